package dev.cadastre.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The implementation in Python answers the cases, and its own tests. */
class PythonReaderTest {

    @Test
    void answersAllConformanceCases() throws Exception {
        assertThat(python("reader/run_cases.py"))
                .endsWith(" cases, 0 of them answered otherwise\n");
    }

    @Test
    void passesItsOwnTests() throws Exception {
        assertThat(python("-m", "unittest", "discover", "-s", "reader", "-p", "test_*.py"))
                .endsWith("OK\n");
    }

    /** {@code -B}: nothing is left beside the sources. */
    private static String python(String... words) throws Exception {
        List<String> command = Stream.concat(Stream.of("python3", "-B"), Stream.of(words)).toList();
        Process process = start(command);
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    private static Process start(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("PYTHONUTF8", "1");
            return builder.start();
        } catch (IOException e) {
            throw new AssertionError(
                    "python3 cannot be started, but the second implementation of parcels is written in"
                            + " it: install the package python3",
                    e);
        }
    }
}
