package dev.cadastre.ini;

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

/** Each {@code bad/NAME.ini} has exactly the problems that {@code bad/NAME.txt} spells out. */
class BadFilesTest {
    private static final Path BAD = Path.of("src/test/resources/bad");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(BAD)) {
            return files.filter(file -> file.toString().endsWith(".ini")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void reportsExactlyTheExpectedProblems(Path file) throws IOException {
        String name = file.getFileName().toString();
        IniReading reading = IniParser.parse(name, Files.readAllBytes(file));
        List<Problem> problems = new ArrayList<>(reading.problems());
        if (reading.isUsable()) {
            problems.addAll(substitutionProblems(reading.document()));
        }

        String expected = Files.readString(BAD.resolve(name.replace(".ini", ".txt")));
        assertThat(problems.stream().map(p -> p + "\n").collect(Collectors.joining()))
                .isEqualTo(expected);
    }

    private static List<Problem> substitutionProblems(IniDocument document) {
        return document.sections().values().stream()
                .flatMap(section ->
                        section.entries().keySet().stream()
                                .map(key -> document.value(section.name(), key)))
                .flatMap(value ->
                        value instanceof Expansion.Failed failed
                                ? failed.problems().stream()
                                : Stream.empty())
                .toList();
    }
}
