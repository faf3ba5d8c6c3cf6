package dev.cadastre.acceptance;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the manual that say so are run, in their order, on one server. */
class ManualTest {

    @TempDir private static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = ServerStart.at(folder.resolve("home")).ready();
        server.awaitOutcome(Programs.run("hostname").exited(0).out().strip(), "COLLECTED");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @MethodSource
    void examples(MarkdownBlocks.Block example) {
        String path = Programs.CHECKOUT + ":" + System.getenv("PATH");
        Map<String, String> variables =
                Map.of("CADASTRE_HOME", server.home().toString(), "PATH", path);
        Programs.run(variables, "", "/bin/sh", "-euc", example.text()).exited(0);
    }

    static List<MarkdownBlocks.Block> examples() {
        return MarkdownBlocks.ofManual().stream()
                .filter(block -> block.language().equals("sh run"))
                .toList();
    }
}
