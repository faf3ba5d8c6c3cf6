package dev.cadastre.change.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class WorkProgramTest {

    private static final int SCRIPTS = 300;

    @TempDir Path folder;

    /**
     * The clock of each is stopped when it has hardly begun; one that went on would call it late.
     */
    @ParameterizedTest
    @MethodSource("dev.cadastre.change.host.Shells#all")
    void scriptsThatEndAtOnceAreNotLate(String shell) throws IOException {
        String program =
                """
                host_word=word
                ended=0
                while [ "$ended" -lt %d ]; do
                    host_work 1 true
                    ended=$((ended + 1))
                done
                """
                        .formatted(SCRIPTS);
        Path file =
                Files.writeString(
                        folder.resolve("program"), text("words.sh") + text("work.sh") + program);

        String said = said(Shells.in(folder, shell), file.toString());

        assertThat(said.lines().filter(line -> line.startsWith("@word outcome ")))
                .hasSize(SCRIPTS)
                .containsOnly("@word outcome 0");
    }

    private static String text(String name) throws IOException {
        try (InputStream in = HostPrograms.class.getResourceAsStream(name)) {
            assertThat(in).as("%s", name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String said(String... words) throws IOException {
        Process process =
                new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
