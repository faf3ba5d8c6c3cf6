package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of the manual that are marked {@code sh run} are run, in their order, on one server;
 * where the mark is {@code sh run prints WORD}, that word is in what they print.
 */
class ManualTest {

    private static final String RUN = "sh run";
    private static final String PRINTS = RUN + " prints ";

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
        Ran ran = Programs.run(variables, "", "/bin/sh", "-euc", example.text()).exited(0);

        if (example.language().startsWith(PRINTS)) {
            assertThat(ran.out()).contains(example.language().substring(PRINTS.length()));
        }
    }

    @Test
    void everyPictureIsShown() throws IOException {
        try (Stream<Path> images = Files.list(Screenshots.IMAGES)) {
            assertThat(images.map(image -> image.getFileName().toString()))
                    .filteredOn(name -> name.endsWith(".png"))
                    .containsExactlyInAnyOrderElementsOf(
                            Screenshots.SHOWN.stream().map(name -> name + ".png").toList());
        }
    }

    static List<MarkdownBlocks.Block> examples() {
        return MarkdownBlocks.ofManual().stream()
                .filter(block ->
                        block.language().equals(RUN) || block.language().startsWith(PRINTS))
                .toList();
    }
}
