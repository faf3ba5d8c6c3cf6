package dev.cadastre.server.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The pure modules of the map's page have tests in their own language, which Node.js runs. */
class MapScriptTest {

    private static final Path TESTS = Path.of("src/test/javascript/map/map.test.mjs");

    @Test
    void theScriptsOfTheMapPassTheirTests() throws IOException, InterruptedException {
        Process node;
        try {
            node =
                    new ProcessBuilder("node", "--test", TESTS.toString())
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
