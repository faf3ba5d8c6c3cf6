package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.Change;
import dev.cadastre.api.Diff;
import dev.cadastre.api.PackageDifference;
import dev.cadastre.api.ValueDifference;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffVerbTest {

    private static final Diff.Side WEB1 = new Diff.Side("web1", null);
    private static final Diff.Side WEB2 = new Diff.Side("web2", null);

    private final FakeServer server = new FakeServer();
    @TempDir private Path home;

    @AfterEach
    void stop() {
        server.close();
    }

    private Terminal terminal() {
        return new Terminal(home).variable("CADASTRE_SERVER", server.url());
    }

    @Test
    void listsWhatDiffersAndEndsWithNo() {
        server.on(
                "GET /api/v1/diff?a=web1&b=web2",
                new Diff(
                        WEB1,
                        WEB2,
                        List.of(
                                new PackageDifference(
                                        Change.CHANGED,
                                        "openssl",
                                        "deb",
                                        "amd64",
                                        null,
                                        List.of("3.0.16"),
                                        List.of("3.0.17", "1.1.1")),
                                new PackageDifference(
                                        Change.ADDED,
                                        "flask",
                                        "pypi",
                                        null,
                                        "/opt/shop/venv",
                                        List.of(),
                                        List.of("3.1.0"))),
                        List.of(new ValueDifference(Change.CHANGED, "cpu.count", "2", "4")),
                        List.of(),
                        List.of(
                                new ValueDifference(
                                        Change.REMOVED, "cron", "running, enabled", null)),
                        List.of()));

        var outcome = terminal().run("diff", "web1", "web2");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out())
                .isEqualTo(
                        """
                        NAME                    ARCH   SECTION   CHANGE   FROM              TO
                        openssl                 amd64  packages  changed  3.0.16            3.0.17, 1.1.1
                        flask (/opt/shop/venv)         packages  added                      3.1.0
                        cpu.count                      facts     changed  2                 4
                        cron                           daemons   removed  running, enabled
                        """);
    }

    @Test
    void endsWellWhereNothingDiffers() {
        server.on("GET /api/v1/diff?a=web1&b=web2", none());

        assertThat(terminal().run("diff", "web1", "web2").status()).isZero();
    }

    @Test
    void resolvesTheMomentOfEachSide() {
        String line =
                "GET /api/v1/diff?a=web1&b=web1&atA=2026-11-19T14%3A30%3A00Z"
                        + "&atB=2026-11-20T23%3A00%3A00Z";
        server.on(line, none());

        terminal().run("diff", "web1@2 days ago", "web1", "--at-b", "2026-11-21");

        assertThat(server.lines()).containsExactly(line);
    }

    private static Diff none() {
        return new Diff(
                new Diff.Side("web1", Instant.EPOCH),
                WEB2,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
