package dev.cadastre.server.web.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.map.Asset;
import dev.cadastre.api.map.Relation;
import dev.cadastre.api.map.RelationType;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class MapTextTest {

    private static final Instant NOW = Instant.parse("2026-11-21T14:30:00Z");

    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\[\\\\\"n])*\"";
    private static final Pattern NODE =
            Pattern.compile("  " + QUOTED + " \\[label=" + QUOTED + ", shape=[a-z0-9]+];");
    private static final Pattern EDGE =
            Pattern.compile(
                    "  " + QUOTED + " -> " + QUOTED + " \\[label=" + QUOTED + ", style=[a-z]+];");
    private static final Pattern MERMAID_NODE =
            Pattern.compile(
                    "  n\\d+\\[\"(?:[\\p{L}\\p{Nd} _.:@+/-]|#\\d+;)*<br/>"
                            + "(?:[\\p{L}\\p{Nd} _.:@+/-]|#\\d+;)*\"]");

    private static Asset asset(String id, String title) {
        return new Asset(
                id,
                "app",
                title,
                "qa",
                Asset.Lifecycle.LIVE,
                Asset.Presence.SEEN,
                NOW,
                NOW,
                null,
                null,
                Map.of(),
                Map.of(),
                null,
                null);
    }

    private static Relation relation(String source, String target, Relation.Standing standing) {
        return new Relation(
                source,
                RelationType.DEPENDS_ON,
                target,
                Relation.Sight.SEEN,
                standing,
                NOW,
                NOW,
                null,
                null,
                List.of(),
                null,
                null);
    }

    private static List<String> lines(Function<StringWriter, MapText> form, String id, String title)
            throws IOException {
        StringWriter out = new StringWriter();
        MapText text = form.apply(out);
        text.begin(NOW);
        text.asset(asset(id, title));
        text.asset(asset("other", "other"));
        text.relation(relation(id, "other", Relation.Standing.STEADY));
        text.relation(relation("other", id, Relation.Standing.DENIED));
        text.end(0);
        return out.toString().lines().toList();
    }

    @Property(tries = 500)
    void noNameLeavesItsPlaceInGraphviz(
            @ForAll @StringLength(max = 40) String id, @ForAll @StringLength(max = 40) String title)
            throws IOException {
        List<String> lines = lines(GraphvizMap::new, id, title);

        assertThat(lines).hasSize(8);
        assertThat(lines.get(4)).matches(NODE);
        assertThat(lines.get(6)).matches(EDGE);
    }

    @Property(tries = 500)
    void noNameLeavesItsPlaceInMermaid(
            @ForAll @StringLength(max = 40) String id, @ForAll @StringLength(max = 40) String title)
            throws IOException {
        List<String> lines = lines(MermaidMap::new, id, title);

        assertThat(lines).hasSize(5);
        assertThat(lines.get(2)).matches(MERMAID_NODE);
        assertThat(lines.get(4)).isEqualTo("  n1 -->|depends on| n2");
    }

    @Example
    void namesThatLookLikeTheLanguagesAreNamesOnly() throws IOException {
        String hostile = "\"]; x -> y [URL=\"javascript:1\"] \\N %%{init: {}}%% <script>`end";

        assertThat(lines(GraphvizMap::new, "app:x@qa", hostile).get(4))
                .isEqualTo(
                        "  \"app:x@qa\" [label=\"\\\"]; x -> y [URL=\\\"javascript:1\\\"] \\\\N"
                                + " %%{init: {}}%% <script>`end\\napp in qa\", shape=tab];");
        assertThat(lines(MermaidMap::new, "app:x@qa", "a\"<b>`%%{c}\nd").get(2))
                .isEqualTo("  n1[\"a#34;#60;b#62;#96;#37;#37;#123;c#125; d<br/>app in qa\"]");
    }
}
