package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.QueryCompletion;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries are completed by a real bash at a terminal of its own. */
@Timeout(60)
class CompletionTest {

    private static final String PROMPT = "READY> ";

    /** Stands in for {@code cadastre}: knows some words, and shows the arguments it is run with. */
    private static final String PROGRAM =
            """
            #!/bin/sh
            case $1 in
            complete-*)
                kind=${1#complete-}
                while [ "$1" != -- ]; do shift; done
                case $kind:$2 in
                query:en) echo env: ;;
                query:env:pr) echo env:prod ;;
                'query:env:qa pkg:opens') echo 'env:qa pkg:openssl' ;;
                query:pk) echo pkg: ;;
                query:os:Deb) echo 'os:"Debian GNU/Linux 12"' ;;
                query:env:evil) echo 'env:evil$(touch canary)' ;;
                app:sh | manual:sh) echo shop@qa ;;
                manual:ba) echo backup ;;
                asset:ho) echo host: ;;
                asset:host:d) echo host:db1 ;;
                *) echo 'No server answers.' >&2; exit 3 ;;
                esac
                exit
            esac
            printf ran
            printf ' <%s>' "$@"
            echo
            """;

    @TempDir private Path home;

    private final FakeServer server = new FakeServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    hosts env:pr\\t | <hosts> <env:prod>
                    hosts en\\tpr\\t | <hosts> <env:prod>
                    hosts 'env:qa pkg:opens\\t | <hosts> <env:qa pkg:openssl>
                    hosts "env:qa pkg:opens\\t | <hosts> <env:qa pkg:openssl>
                    hosts 'pk\\tx' | <hosts> <pkg:x>
                    hosts --server http://x env:qa env:pr\\t | <hosts> <--server> <http://x> <env:qa> <env:prod>
                    owns /bin/sh env:pr\\t | <owns> </bin/sh> <env:prod>
                    owns /etc/hostna\\t | <owns> </etc/hostname>
                    collect env:pr\\t | <collect> <env:prod>
                    assets --kind service env:pr\\t | <assets> <--kind> <service> <env:prod>
                    upgrades env:pr\\t | <upgrades> <env:prod>
                    inventory --list env:pr\\t | <inventory> <--list> <env:prod>
                    asset host:d\\t | <asset> <host:db1>
                    impact --gone ho\\td\\t | <impact> <--gone> <host:db1>
                    map --depth 2 host:d\\t | <map> <--depth> <2> <host:db1>
                    map -q env:pr\\t | <map> <-q> <env:prod>
                    map cha\\t | <map> <changes>
                    asset rem\\thost:d\\t | <asset> <remove> <host:db1>
                    hosts os:Deb\\t | <hosts> <os:"Debian GNU/Linux 12">
                    hosts env:evil\\t | <hosts> <env:evil$(touch canary)>
                    hosts env:none\\t | <hosts> <env:none>
                    hosts --outp\\t | <hosts> <--output>
                    app show sh\\t | <app> <show> <shop@qa>
                    app configure --serial 1 sh\\t | <app> <configure> <--serial> <1> <shop@qa>
                    app rem\\tsh\\t | <app> <remove> <shop@qa>
                    manual sh\\t | <manual> <shop@qa>
                    manual ba\\t | <manual> <backup>
                    drift sh\\t | <drift> <shop@qa>
                    ssh-co\\t | <ssh-config>
                    """)
    void bashCompletesWhatIsTyped(String typed, String expected) throws Exception {
        Path programs = Files.createDirectory(home.resolve("bin"));
        Files.setPosixFilePermissions(
                Files.writeString(programs.resolve("cadastre"), PROGRAM),
                PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(
                home.resolve("completion"), new Terminal(home).run("completion", "bash").out());

        String shown = typed(programs, "cadastre " + typed.replace("\\t", "\t"));

        assertThat(shown).contains("ran " + expected).doesNotContain("No server");
        assertThat(home.resolve("canary")).doesNotExist();
    }

    /** What bash shows from that line on, up to its next prompt. */
    private String typed(Path programs, String line) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder("script", "-qec", "bash --norc --noprofile -i", "/dev/null")
                        .directory(home.toFile())
                        .redirectErrorStream(true);
        builder.environment().put("PATH", programs + ":" + System.getenv("PATH"));
        builder.environment().put("TERM", "dumb");
        builder.environment().put("INPUTRC", "/dev/null");
        Process bash = builder.start();
        try (OutputStream in = bash.getOutputStream()) {
            type(in, "PS1=READY'> '; . ./completion\n");
            read(bash);
            type(in, line + "\n");
            return read(bash);
        } finally {
            bash.descendants().forEach(ProcessHandle::destroyForcibly);
            bash.destroyForcibly();
        }
    }

    private static void type(OutputStream in, String text) throws IOException {
        in.write(text.getBytes(StandardCharsets.UTF_8));
        in.flush();
    }

    private static String read(Process bash) throws IOException {
        StringBuilder shown = new StringBuilder();
        while (shown.indexOf(PROMPT) < 0) {
            int next = bash.getInputStream().read();
            assertThat(next).as("bash ended: " + shown).isNotNegative();
            shown.append((char) next);
        }
        return shown.toString();
    }

    @Test
    void asksTheServerHowAQueryMayGoOn() {
        server.on(
                "GET /api/v1/query/completion?text=x+env%3Apr",
                new QueryCompletion(
                        6, 8, List.of(item("prod"), item("prod-eu"), item("bad\nline")), null));

        var outcome =
                new Terminal(home)
                        .variable("CADASTRE_SERVER", server.url())
                        .run("complete-query", "--", "x env:pr");

        assertThat(outcome.out()).isEqualTo("x env:prod\nx env:prod-eu\n");
    }

    private static QueryCompletion.Item item(String insert) {
        return new QueryCompletion.Item(QueryCompletion.Kind.VALUE, insert, insert, "");
    }

    @Test
    void asksTheServerForAssetsOfAKind() {
        server.on(
                "GET /api/v1/assets?text=host%3Ad&limit=200",
                200,
                "application/json",
                "{\"items\":[{\"id\":\"host:db1\"},{\"id\":\"daemon:ghost:d\"}]}");
        Terminal terminal = new Terminal(home).variable("CADASTRE_SERVER", server.url());

        assertThat(terminal.run("complete-asset", "--", "host:d").out()).isEqualTo("host:db1\n");
        assertThat(terminal.run("complete-asset", "--", "s").out()).isEqualTo("service:\n");
    }

    @Test
    void asksTheServerForApps() {
        server.on(
                "GET /api/v1/apps?limit=1000",
                200,
                "application/json",
                "{\"items\":[{\"name\":\"shop@qa\"},{\"name\":\"site@qa\"}]}");
        Terminal terminal = new Terminal(home).variable("CADASTRE_SERVER", server.url());

        assertThat(terminal.run("complete-app", "--", "sh").out()).isEqualTo("shop@qa\n");
    }

    @Test
    void saysNothingWhereNoServerAnswers() {
        var outcome =
                new Terminal(home)
                        .variable("CADASTRE_SERVER", "http://localhost:1")
                        .run("complete-query", "--", "env:pr");

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.out() + outcome.err()).isEmpty();
    }
}
