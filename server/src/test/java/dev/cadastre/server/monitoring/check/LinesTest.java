package dev.cadastre.server.monitoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.PluginState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Checks of servers that talk in lines. */
class LinesTest {

    private static PluginResult run(CheckKind kind, LocalServer server, String... pairs) {
        Map<String, String> settings = new HashMap<>();
        settings.put("host", "127.0.0.1");
        settings.put("port", server.portText());
        for (int i = 0; i < pairs.length; i += 2) {
            settings.put(pairs[i], pairs[i + 1]);
        }
        return new TestChecks().run(kind, settings);
    }

    @Test
    void tcpSendsAndWaitsForAllThatIsExpected() throws IOException {
        try (LocalServer server = LocalServer.saying("hello\n", "+PO", "NG\r\n")) {
            assertThat(
                            run(
                                            CheckKind.TCP,
                                            server,
                                            "send",
                                            "PING\\r\\n\\x41\\n",
                                            "expect",
                                            "hello\n+PONG",
                                            "matches",
                                            "(?m)PONG",
                                            "quit",
                                            "QUIT\\n")
                                    .state())
                    .isEqualTo(PluginState.OK);
        }
    }

    @Test
    void tcpSaysWhatCameInPlaceOfWhatIsExpected() throws IOException {
        try (LocalServer server =
                LocalServer.sending("-ERR \u001b[31mno".getBytes(StandardCharsets.UTF_8))) {
            PluginResult result = run(CheckKind.TCP, server, "expect", "+PONG");

            assertThat(result.text()).isEqualTo("TCP CRITICAL: what is expected does not come");
            assertThat(result.longText()).contains("It says \"-ERR \uFFFD[31mno\".");
        }
    }

    @Test
    void sshTellsTheVersionAndComparesIt() throws IOException {
        try (LocalServer server = LocalServer.saying("hi\r\nSSH-2.0-OpenSSH_9.6 Debian\r\n")) {
            assertThat(run(CheckKind.SSH, server).text())
                    .isEqualTo("SSH OK: OpenSSH_9.6 Debian, SSH 2.0");
            assertThat(run(CheckKind.SSH, server, "version", "OpenSSH_10").text())
                    .isEqualTo(
                            "SSH CRITICAL: the version OpenSSH_9.6 Debian does not match"
                                    + " OpenSSH_10");
        }
    }

    @Test
    void sshTellsOfAServerThatIsTooOldAndOfOneThatIsNone() throws IOException {
        try (LocalServer old = LocalServer.saying("SSH-1.5-Ancient\n");
                LocalServer none = LocalServer.saying("220 mail\r\n".repeat(60))) {
            assertThat(run(CheckKind.SSH, old).text()).contains("it speaks only SSH 1.5");
            assertThat(run(CheckKind.SSH, none).text()).contains("it is no SSH server");
        }
    }

    private static LocalServer mail() throws IOException {
        return LocalServer.saying(
                "220-mail.example.com\r\n220 ready\r\n",
                "250-mail.example.com\r\n250-STARTTLS\r\n250-AUTH PLAIN LOGIN\r\n250 8BITMIME\r\n",
                "221 bye\r\n");
    }

    @Test
    void smtpHearsWhatIsOffered() throws IOException {
        try (LocalServer server = mail()) {
            PluginResult result =
                    run(
                            CheckKind.SMTP,
                            server,
                            "starttls",
                            "yes",
                            "auth",
                            "plain\nLOGIN",
                            "greeting",
                            "^mail\\.example");

            assertThat(result.state()).isEqualTo(PluginState.OK);
            assertThat(result.text()).contains("greets with \"mail.example.com\"");
        }
    }

    @Test
    void smtpTellsWhatIsNotOffered() throws IOException {
        try (LocalServer server = LocalServer.saying("220 x\r\n", "250 x\r\n", "221\r\n")) {
            assertThat(run(CheckKind.SMTP, server, "starttls", "yes", "auth", "PLAIN").text())
                    .contains("STARTTLS is not offered")
                    .contains("signing in by PLAIN is not offered");
        }
    }

    @Test
    void smtpTellsOfARefusalAndOfWhatIsNoMailServer() throws IOException {
        try (LocalServer busy = LocalServer.saying("554 go away\r\n");
                LocalServer none = LocalServer.saying("SSH-2.0-x\r\n")) {
            assertThat(run(CheckKind.SMTP, busy).text())
                    .contains("it replies 554 \"go away\", not 220");
            assertThat(run(CheckKind.SMTP, none).text()).contains("is not SMTP: \"SSH-2.0-x\"");
        }
    }
}
