package dev.cadastre.server.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each {@code bad/NAME.ini} has exactly the problems that {@code bad/NAME.txt} spells out. */
class BadEstateFilesTest {
    private static final Path BAD = Path.of("src/test/resources/estate/bad");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(BAD)) {
            return files.filter(file -> file.toString().endsWith(".ini")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void reportsExactlyTheExpectedProblems(Path file) throws IOException {
        String name = file.getFileName().toString();

        String problems =
                EstateFile.read(name, Files.readString(file)).problems().stream()
                        .map(problem -> problem + "\n")
                        .collect(Collectors.joining());

        assertThat(problems)
                .isEqualTo(Files.readString(BAD.resolve(name.replace(".ini", ".txt"))))
                .doesNotContain("hunter2");
    }
}
