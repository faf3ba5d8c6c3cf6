package dev.cadastre.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of the manual that is marked {@code sh run} does what the manual says. */
class ManualTest {

    @TempDir private static Path folder;

    private static RunningServer server;

    /** A block of shell text, and the place where it stands. */
    record Example(String place, String text) {
        @Override
        public String toString() {
            return place;
        }
    }

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
    void examples(Example example) {
        String path = Programs.CHECKOUT + ":" + System.getenv("PATH");
        Map<String, String> variables =
                Map.of("CADASTRE_HOME", server.home().toString(), "PATH", path);
        Programs.run(variables, "", "/bin/sh", "-euc", example.text()).exited(0);
    }

    static List<Example> examples() {
        try (Stream<Path> chapters = Files.list(Programs.CHECKOUT.resolve("docs/manual"))) {
            return chapters.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .flatMap(file -> examplesOf(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Example> examplesOf(Path chapter) {
        List<Example> examples = new ArrayList<>();
        StringBuilder text = null;
        int line = 0;
        for (String each : lines(chapter)) {
            line++;
            if (text == null) {
                text = each.equals("```sh run") ? new StringBuilder() : null;
            } else if (each.equals("```")) {
                examples.add(new Example(chapter.getFileName() + ":" + line, text.toString()));
                text = null;
            } else {
                text.append(each).append('\n');
            }
        }
        return examples;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
