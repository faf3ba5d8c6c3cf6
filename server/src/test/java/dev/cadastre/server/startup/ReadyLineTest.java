package dev.cadastre.server.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.storage.Home;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class ReadyLineTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    @TempDir private Path folder;

    private String print(boolean terminal) {
        new ReadyLine(
                        new MockEnvironment(),
                        new Home(folder),
                        List.of(
                                url -> Optional.of("Sign in: " + url + "/x"),
                                _ -> Optional.empty()))
                .print(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        "http://localhost:1",
                        terminal);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void saysOnlyTheAddressWhereNobodyReads() {
        assertThat(print(false)).isEqualTo("cadastre: ready at http://localhost:1\n");
    }

    @Test
    void saysWhatIsForTheEyesOfThePersonAtATerminal() {
        assertThat(print(true))
                .isEqualTo(
                        """
                        cadastre: ready at http://localhost:1
                        Sign in: http://localhost:1/x
                        Ctrl-C stops it.
                        """);
    }
}
