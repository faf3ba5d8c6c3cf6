package dev.cadastre.parcel.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.ini.IniParser;
import dev.cadastre.ini.Section;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the manual says comes of its examples does. */
class ManualTest {

    private static final Path PAGE = Path.of("../../docs/manual/23-parameters.md");
    private static final Pattern BLOCK =
            Pattern.compile("^```(?:json|ini|)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    /** What stands before the app's parameters in the estate. */
    private static final String APP = "shop.";

    private static final Origin TYPED = new Origin("command line", 0);

    /** The schema, the estate, both files, what counts, what is wrong, and what changes. */
    private final List<String> blocks = new ArrayList<>();

    ManualTest() throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(PAGE));
        while (block.find()) {
            blocks.add(block.group(1));
        }
    }

    private static final class Example implements Sources {

        private final boolean bound;

        private Example(boolean bound) {
            this.bound = bound;
        }

        @Override
        public Optional<Given> fact(String name) {
            return Optional.of(Given.text("4", new Origin("fact " + name, 0)));
        }

        @Override
        public Optional<Given> estate(String key) {
            return Optional.empty();
        }

        @Override
        public Optional<Given> requirement(String binding, String key) {
            Given host = Given.text("db1.example.com", new Origin(binding + "@qa", 0));
            return bound ? Optional.of(host) : Optional.empty();
        }

        @Override
        public Given generated(String parameter, int length) {
            return Given.text("x".repeat(length), new Origin("generated", 0));
        }
    }

    private Layers layers(String estate, String file, Map<String, Given> typed) {
        byte[] schema = blocks.get(0).getBytes(StandardCharsets.UTF_8);
        ParameterSchemaReading reading = ParameterSchema.read("parameters.schema.json", schema);
        Layers layers = Layers.of(List.of(reading.schema().orElseThrow()));
        for (Section section :
                IniParser.parse("estate.ini", estate).document().sections().values()) {
            Map<String, Given> values = new TreeMap<>();
            section.entries()
                    .forEach((key, entry) ->
                            values.put(
                                    key.startsWith(APP) ? key.substring(APP.length()) : key,
                                    Given.text(
                                            entry.rawValue(),
                                            new Origin("estate.ini", entry.line()))));
            layers = layers.with(Layer.ofEstate(section.name(), values));
        }
        return layers.with(
                        LayerFile.read("shop.ini", file.getBytes(StandardCharsets.UTF_8)).layer())
                .with(Layer.of("command line", typed));
    }

    private static String lines(List<?> all) {
        return all.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    @Test
    void showsWhatCounts() {
        ParameterValues values =
                layers(blocks.get(1), blocks.get(2), Map.of())
                        .resolve(new Example(true))
                        .values()
                        .orElseThrow();

        assertThat(values + "\n").isEqualTo(blocks.get(4));
    }

    @Test
    void readsBothFilesAlike() {
        Layer ini = LayerFile.read("x.ini", blocks.get(2).getBytes(StandardCharsets.UTF_8)).layer();
        Layer json =
                LayerFile.read("x.json", blocks.get(3).getBytes(StandardCharsets.UTF_8)).layer();
        Layers none = layers("", "", Map.of());

        assertThat(texts(none.with(ini))).isEqualTo(texts(none.with(json))).containsKey("tags");
    }

    private static Map<String, String> texts(Layers layers) {
        return layers.resolve(new Example(true)).values().orElseThrow().texts();
    }

    @Test
    void showsWhatIsWrong() {
        String estate = blocks.get(1).replace("8001", "eighty");
        String file = blocks.get(2).replace("title", "titel");

        assertThat(lines(layers(estate, file, Map.of()).resolve(new Example(false)).problems()))
                .isEqualTo(blocks.get(5));
    }

    @Test
    void showsWhatChanges() {
        Map<String, Given> typed =
                Map.of("http.port", Given.text("8081", TYPED), "key", Given.text("new", TYPED));
        ParameterValues before =
                layers("", "", Map.of()).resolve(new Example(true)).values().orElseThrow();
        ParameterValues after =
                layers("", "", typed).resolve(new Example(true)).values().orElseThrow();

        assertThat(lines(ParameterDifference.between(before, after))).isEqualTo(blocks.get(6));
    }
}
