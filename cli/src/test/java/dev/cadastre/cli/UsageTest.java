package dev.cadastre.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

    @TempDir private Path home;

    private static Stream<String> verbs() {
        return Stream.of(
                "up",
                "hosts",
                "host",
                "host add",
                "host retire",
                "host erase",
                "host accept-key",
                "package",
                "support",
                "support load",
                "advisories",
                "advisories load",
                "rules",
                "queries",
                "queries save",
                "queries remove",
                "sbom",
                "map",
                "map changes",
                "impact",
                "assets",
                "asset",
                "asset set",
                "asset remove",
                "asset import",
                "relation",
                "relation set",
                "relation remove",
                "deployment",
                "deployment add",
                "deployment list",
                "correct",
                "correct confirm",
                "correct deny",
                "correct merge",
                "correct rename",
                "correct owner",
                "correct list",
                "correct withdraw",
                "monitor",
                "monitor list",
                "monitor show",
                "monitor add",
                "monitor change",
                "monitor remove",
                "monitor check",
                "monitor result",
                "monitor heartbeat",
                "monitor history",
                "monitor definitions",
                "monitor templates",
                "monitor templates set",
                "monitor templates remove",
                "monitor kinds",
                "monitor status",
                "team",
                "team set",
                "team list",
                "team remove",
                "run",
                "run plan",
                "run start",
                "run ls",
                "run show",
                "run watch",
                "run halt",
                "run stop",
                "run resume",
                "run retry",
                "run undo",
                "run skip",
                "run confirm",
                "run settle",
                "run approve",
                "run release",
                "run upload",
                "run step",
                "test",
                "test run",
                "bundle",
                "bundle ls",
                "bundle pull",
                "bundle push",
                "app",
                "app list",
                "app show",
                "app history",
                "app deploy",
                "app configure",
                "app upgrade",
                "app undo",
                "app remove",
                "app try",
                "drift",
                "manual",
                "find",
                "diff",
                "timeline",
                "environments",
                "collect",
                "owns",
                "backup",
                "backup verify",
                "restore",
                "database",
                "database forget-old",
                "upgrades",
                "estate",
                "estate show",
                "estate check",
                "estate apply",
                "inventory",
                "import",
                "import ansible",
                "ssh-config",
                "login",
                "logout",
                "token",
                "token create",
                "token list",
                "token revoke",
                "api",
                "doctor",
                "completion");
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void everyVerbHasHelpWithAnExample(String verb) {
        var outcome = new Terminal(home).run((verb + " --help").split(" "));

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .startsWith("Usage: cadastre " + verb)
                .contains("Example: cadastre ", "--output", "--server");
    }

    @Test
    void listsAllVerbsAndExitStatuses() {
        String help = new Terminal(home).run("--help").out();

        verbs().map(verb -> "\n  " + verb.replaceFirst(" .*", "") + " ")
                .forEach(verb -> assertThat(help).contains(verb));
        assertThat(help).contains("3   the server is out of reach");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "hosst | Did you mean: cadastre host",
                "hosts --limit x | '--limit': 'x' is not an int",
                "host | Which host? Name one",
                "host web1 nothing | expected one of [PACKAGES",
                "host add | Missing required parameter: 'ADDRESS'",
                "estate | show, check or apply",
                "impact | Say what is down",
                "impact host:db1 --cycles | Say what is down",
                "impact host:db1 --env qa | What stops is told of all environments",
                "map changes | Missing required option: '--from=TIME'",
                "map --format svg | expected one of [TABLE, JSON, DOT, MERMAID]",
                "app | list, show, history",
                "app deploy shop@qa | Missing required parameter: 'PARCEL'",
                "app configure shop@qa http.port | is no NAME=VALUE",
                "app try | Missing required parameter: 'PARCEL'",
                "app try shop --share-on 10.0.0.5 | are of a link",
                "token | create, list or revoke",
                "token create ci | Missing required option: '--role=ROLE'",
                "hosts -o yaml | expected one of [TABLE, JSON, NDJSON, CSV, NAMES]",
                "hosts --at gestern | 'gestern' is not a time",
                "diff web1@tomorrow web1 | 'tomorrow' is not a time",
                "--server ftp://x hosts | is not the URL of a server",
                "--server http://localhost:70000 hosts | is not the URL of a server",
                "backup | Name either a FILE or a folder",
                "backup one --to /tmp | Name either a FILE or a folder",
                "backup one --keep 3 | --keep goes with --to",
                "backup --to /tmp --keep 0 | keeps at least 1",
                "backup one --at yesterday | A backup is of now",
                "backup - | not to standard output",
                "backup verify one | Run the launcher",
                "restore one | Run the launcher",
                "database forget-old | Run the launcher",
                "up | starts none"
            })
    void endsWithTwoAndSaysWhatIsWrong(String line, String message) {
        var outcome = new Terminal(home).run(line.split(" "));

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("cadastre").contains(message);
        assertThat(outcome.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void completesInAShellThatReadsTheScript(String shell)
            throws IOException, InterruptedException {
        String script = new Terminal(home).run("completion", shell).out();
        assertThat(script).contains("accept-key", "--environment");

        Process bash = new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
        try (var in = bash.outputWriter()) {
            in.write(script);
        }
        assertThat(new String(bash.getInputStream().readAllBytes(), UTF_8)).isEmpty();
        assertThat(bash.waitFor()).isZero();
    }
}
