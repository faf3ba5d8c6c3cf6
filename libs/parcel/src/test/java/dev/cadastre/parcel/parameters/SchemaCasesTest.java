package dev.cadastre.parcel.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each {@code schemas/NAME.json} is understood, or refused, exactly as {@code NAME.txt} says. */
class SchemaCasesTest {

    private static final Path CASES = Path.of("src/test/resources/parameters/schemas");

    static List<Path> schemas() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void understandsEachAsExpected(Path file) throws IOException {
        String name = file.getFileName().toString();
        ParameterSchemaReading reading = ParameterSchema.read(name, Files.readAllBytes(file));

        String expected = Files.readString(CASES.resolve(name.replace(".json", ".txt")));
        assertThat(told(reading)).isEqualTo(expected);
    }

    private static String told(ParameterSchemaReading reading) {
        return Stream.concat(
                        reading.problems().stream().map(Object::toString),
                        reading.schema().stream()
                                .flatMap(schema -> schema.parameters().values().stream())
                                .map(SchemaCasesTest::told))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static String told(Parameter parameter) {
        return "%d: %s is %s%s%s%s%s"
                .formatted(
                        parameter.line(),
                        parameter.name(),
                        parameter.type().named(),
                        parameter.itemType().map(type -> " of " + type.word()).orElse(""),
                        parameter.secret() ? ", a secret" : "",
                        parameter.from().map(from -> ", from " + from).orElse(""),
                        parameter.defaultValue().map(value -> ", by default " + value).orElse(""));
    }
}
