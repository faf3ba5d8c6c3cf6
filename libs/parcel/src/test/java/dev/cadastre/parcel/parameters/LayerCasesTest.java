package dev.cadastre.parcel.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code layers} has a schema, perhaps one of a base, files with values from the
 * lowest to the highest, and in {@code expected.txt} what comes of it. Files called {@code N-estate
 * NAME} are layers of the estate.
 */
class LayerCasesTest {

    private static final Path CASES = Path.of("src/test/resources/parameters/layers");

    static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void laysValuesOverEachOtherAsExpected(Path folder) throws IOException {
        String expected = Files.readString(folder.resolve("expected.txt"));

        assertThat(told(folder)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void neverTellsWhatIsCalledHush(Path folder) throws IOException {
        assertThat(told(folder)).doesNotContain("HUSH");
    }

    static String told(Path folder) throws IOException {
        List<Object> told = new ArrayList<>();
        Layers layers = Layers.of(schemas(folder));
        for (Path file : values(folder)) {
            LayerReading reading = layer(file);
            told.addAll(reading.problems());
            layers = layers.with(reading.layer());
        }
        Sources sources = new FileSources(Files.readString(folder.resolve("sources.ini")));
        ParameterValuesReading reading = layers.resolve(sources);
        told.addAll(reading.problems());
        reading.values().ifPresent(values -> told.addAll(values.values().values()));
        return told.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static List<ParameterSchema> schemas(Path folder) throws IOException {
        List<ParameterSchema> schemas = new ArrayList<>();
        for (String name : List.of("schema.json", "schema-base.json")) {
            if (Files.exists(folder.resolve(name))) {
                byte[] json = Files.readAllBytes(folder.resolve(name));
                ParameterSchemaReading reading = ParameterSchema.read(name, json);
                assertThat(reading.problems()).isEmpty();
                schemas.add(reading.schema().orElseThrow());
            }
        }
        return schemas;
    }

    private static List<Path> values(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d-.*"))
                    .sorted()
                    .toList();
        }
    }

    private static LayerReading layer(Path file) throws IOException {
        String name = file.getFileName().toString().substring(2);
        LayerReading reading = LayerFile.read(name, Files.readAllBytes(file));
        if (!name.startsWith("estate ")) {
            return reading;
        }
        String called = name.substring("estate ".length(), name.length() - ".ini".length());
        return new LayerReading(
                Layer.ofEstate(called, reading.layer().values()), reading.problems());
    }
}
