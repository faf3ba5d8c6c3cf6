package dev.cadastre.server.startup.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {

    @TempDir private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Map<String, String> variables, String... words) {
        return new ConfigCommand(
                        variables,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(words));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("c.conf"), text);
    }

    @Test
    void saysHowMuchAGoodFileSets() throws IOException {
        Path file = file("[server]\nport = 7790\n[search]\nlimit = 3s\n");

        assertThat(run(Map.of("CADASTRE_CONFIG", file.toString()), "check")).isZero();
        assertThat(out()).isEqualTo(file + " sets 2, and can be used\n");
    }

    @Test
    void saysAllThatIsWrongAndEndsWithOne() throws IOException {
        Path file = file("[server]\nport = x\nhome = y\n");

        assertThat(run(Map.of(), "check", file.toString())).isEqualTo(1);
        assertThat(out()).isEmpty();
        assertThat(err().lines()).hasSize(2).allMatch(line -> line.startsWith(file + ":"));
    }

    @Test
    void showsWhatCountsAndBecauseOfWhat() throws IOException {
        Path file = file("[server]\nport = 7790\n[inventory qa]\nkeep-state = 9d\n");

        int status = run(Map.of("CADASTRE_COLLECTION_AT_ONCE", "9"), "show", file.toString());

        assertThat(status).isZero();
        assertThat(out())
                .contains(
                        "# " + file + ":2\nport = 7790\n",
                        "# variable CADASTRE_COLLECTION_AT_ONCE\nat-once = 9\n",
                        "# usual\nlisten = 127.0.0.1\n",
                        "# " + file + ":4\n[inventory qa]\nkeep-state = 9d\n");
        Configuration again =
                ConfigurationReader.read("shown", out().getBytes(StandardCharsets.UTF_8));
        assertThat(again.problems()).isEmpty();
    }

    @Test
    void namesAFileThatIsNotThere() {
        assertThat(run(Map.of(), "check", folder + "/none.conf")).isEqualTo(1);
        assertThat(err()).contains("none.conf: there is no such file");
    }

    @Test
    void saysWhatSettingsWantOfEachOtherAndOfTheirFiles() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "secret");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
        Path file =
                file(
                        """
                        [server]
                        listen = 0.0.0.0
                        tls-key = /nonexistent/key.pem
                        estate = /nonexistent/estate.ini
                        log-folder = /nonexistent/log
                        [database]
                        password-file = %s
                        [mail]
                        host = mail.example.com
                        """
                                .formatted(password));

        assertThat(run(Map.of(), "check", file.toString())).isEqualTo(1);
        assertThat(out()).isEmpty();
        assertThat(err().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains(":2: ", "[configuration.in-clear]"),
                        line -> assertThat(line).contains(":3: ", "[configuration.half]"),
                        line -> assertThat(line).contains(":3: ", "[configuration.no-file]"),
                        line -> assertThat(line).contains(":4: ", "[configuration.no-estate]"),
                        line -> assertThat(line).contains(":5: ", "[configuration.no-folder]"),
                        line -> assertThat(line).contains(":7: ", "[configuration.bad-file]"),
                        line -> assertThat(line).contains(":9: ", "[configuration.half]"));
    }

    @Test
    void warnsOfWhatMayStillBeMade() throws IOException {
        Path file =
                file("[server]\nestate = /nonexistent/estate.ini\nlog-folder = /nonexistent/log\n");

        assertThat(run(Map.of(), "check", file.toString())).isZero();
        assertThat(out()).contains("sets 2, and can be used");
        assertThat(err().lines()).hasSize(2).allMatch(line -> line.contains(": warning: "));
    }

    @Test
    void countsWhatVariablesSay() throws IOException {
        Path file = file("[server]\nlisten = 192.0.2.1\n[mail]\nhost = mail.example.com\n");
        Map<String, String> variables =
                Map.of(
                        "CADASTRE_TLS_CERTIFICATE", "/etc/ssl/cadastre.pem",
                        "CADASTRE_ALERTING_MAIL_FROM", "cadastre@example.com");

        assertThat(run(variables, "check", file.toString())).isZero();
        assertThat(err()).isEmpty();
    }

    @Test
    void wantsAVerb() {
        assertThat(run(Map.of(), "chekc")).isEqualTo(2);
        assertThat(err()).startsWith("Usage: cadastre config check");
    }
}
