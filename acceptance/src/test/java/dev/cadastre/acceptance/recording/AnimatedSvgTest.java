package dev.cadastre.acceptance.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class AnimatedSvgTest {

    private static final String HOSTILE = "</text><script>alert(\"1\")</script>&amp;";

    private static String drawn() {
        List<Exchange> exchanges =
                List.of(
                        new Exchange("$ ", "cat x", HOSTILE + "\r\n", OptionalInt.of(0)),
                        new Exchange("$ ", "seq 40", "1\r\n".repeat(40), OptionalInt.of(0)));
        List<Scene> scenes =
                List.of(new Scene("One & all", exchanges), new Scene("Two", exchanges));
        return AnimatedSvg.draw(Pace.record(80, 24, "A <film>", scenes, 20), "Two");
    }

    private static Document parsed() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(drawn().getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> texts(String tag) throws Exception {
        NodeList found = parsed().getElementsByTagName(tag);
        List<String> texts = new ArrayList<>();
        for (int each = 0; each < found.getLength(); each++) {
            texts.add(found.item(each).getTextContent());
        }
        return texts;
    }

    @Test
    void showsWhatIsPrintedAsText() throws Exception {
        assertThat(texts("text")).contains(HOSTILE, "One & all", "Two", "1");
        assertThat(texts("title")).containsExactly("A <film>");
        assertThat(texts("script")).isEmpty();
    }

    @Test
    void takesNothingFromElsewhere() {
        assertThat(drawn().replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http", "href", "url(", "@import", "<script");
    }

    @Test
    void everyMotionThatIsNamedIsThere() {
        Set<String> named = matches("class=\"a ([^\"]+)\"");

        assertThat(named).isNotEmpty();
        assertThat(matches("@keyframes (\\S+?)\\{")).containsAll(named);
    }

    private static Set<String> matches(String pattern) {
        return Pattern.compile(pattern)
                .matcher(drawn())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void oneSceneIsSeenWhereNothingMoves() {
        assertThat(drawn()).containsOnlyOnce("opacity=\"1\"").contains("prefers-reduced-motion");
    }
}
