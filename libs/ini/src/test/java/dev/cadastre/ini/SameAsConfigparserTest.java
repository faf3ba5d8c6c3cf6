package dev.cadastre.ini;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Python decides: whatever it reads from these files, we read; whatever it refuses, we refuse. */
class SameAsConfigparserTest {
    private static final Path CORPUS = Path.of("src/test/resources/corpus");
    private static final Configparser PYTHON = new Configparser();

    @AfterAll
    static void stop() throws IOException {
        PYTHON.close();
    }

    static List<Path> corpus() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void readsTheSameValuesFromEveryFile(Path file) throws IOException {
        String text = Files.readString(file);

        assertThat(PYTHON.read(text)).as("accepted by Python").isPresent();
        assertThat(Ours.read(text)).isEqualTo(PYTHON.read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key = before any section",
                "[a]\nkey without value",
                "[a]\n= value",
                "[a]\nkey = 1\nKEY = 2",
                "[a]\n[b]\n[a]",
                "[DEFAULT]\nx = 1\n[DEFAULT]\nX = 2",
                "[]",
                "\ufeff[a]\nx = 1",
                "[a]\n\ufeff",
            })
    void refusesWhatPythonRefuses(String text) throws IOException {
        assertThat(PYTHON.read(text)).isEmpty();
        assertThat(Ours.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 10, 11})
    void followsReferencesAsDeeplyAsPython(int depth) throws IOException {
        StringBuilder text = new StringBuilder("[a]\nv0 = $$end\n");
        for (int i = 1; i < depth; i++) {
            text.append("v%d = <${v%d}>\n".formatted(i, i - 1));
        }

        assertThat(Ours.read(text.toString())).isEqualTo(PYTHON.read(text.toString()));
    }

    @ParameterizedTest
    @MethodSource("planes")
    void knowsTheSameWhiteSpace(int first) throws IOException {
        StringBuilder text = new StringBuilder("[a]\n");
        for (char c = (char) first; c < first + 0x800; c++) {
            if (isOrdinary(c)) {
                text.append("key%1$d = %2$s\"%2$s\"%2$s\n%2$sx%1$d=1\n".formatted((int) c, c));
            }
        }

        assertThat(PYTHON.read(text.toString())).isPresent();
        assertThat(Ours.read(text.toString())).isEqualTo(PYTHON.read(text.toString()));
    }

    static IntStream planes() {
        return IntStream.iterate(0, first -> first < 0xd800, first -> first + 0x800);
    }

    /** Leaves out delimiters, what we refuse, and what only a newer Unicode knows as upper case. */
    private static boolean isOrdinary(char c) {
        return "=:\n\r".indexOf(c) < 0
                && (!Character.isISOControl(c) || c == '\t')
                && Character.toLowerCase(c) == c;
    }
}
