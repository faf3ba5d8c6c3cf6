package dev.cadastre.server.monitoring.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemoteCommandTest {

    private static String printed(List<String> command) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-s").start();
        try (var in = shell.getOutputStream()) {
            in.write(RemoteCommand.script(command).getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).isZero();
        return output;
    }

    @Test
    void handsEveryArgumentOverAsItIs() throws Exception {
        assertThat(
                        printed(
                                List.of(
                                        "printf",
                                        "<%s>",
                                        "a b",
                                        "it's",
                                        "$(id)",
                                        "`id`",
                                        "*",
                                        "\\",
                                        "",
                                        "two\nlines",
                                        "-x; reboot")))
                .isEqualTo("<a b><it's><$(id)><`id`><*><\\><><two\nlines><-x; reboot>");
    }

    @Test
    void givesTheCommandNothingToRead() throws Exception {
        assertThat(printed(List.of("cat"))).isEmpty();
    }
}
