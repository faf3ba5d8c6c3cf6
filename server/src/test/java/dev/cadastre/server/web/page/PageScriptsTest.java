package dev.cadastre.server.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pure modules of pages have tests in their own language, which Node.js runs. */
class PageScriptsTest {

    private static final Path TESTS = Path.of("src/test/javascript");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "map/map.test.mjs",
                "monitor/monitor.test.mjs",
                "parcel/parcel.test.mjs",
                "run/run.test.mjs"
            })
    void passTheirTests(String file) throws IOException, InterruptedException {
        Process node;
        try {
            node =
                    new ProcessBuilder("node", "--test", TESTS.resolve(file).toString())
                            .redirectErrorStream(true)
                            .start();
        } catch (IOException e) {
            throw new AssertionError("Install the package nodejs: " + e.getMessage(), e);
        }
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(node.waitFor()).as(said).isZero();
        assertThat(said).containsPattern("(?m)pass [1-9]");
    }
}
