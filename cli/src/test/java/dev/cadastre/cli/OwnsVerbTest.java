package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.FileAnswers;
import dev.cadastre.api.FileAnswers.State;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnsVerbTest {

    private static final String POST = "POST /api/v1/file-packages";
    private static final String GET = "GET /api/v1/file-packages/7?limit=1000";

    @TempDir private Path home;

    private final FakeServer server = new FakeServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private Terminal terminal() {
        return new Terminal(home).variable("CADASTRE_SERVER", server.url());
    }

    private static FileAnswers part(int done, @Nullable String next, FileAnswers.Item... items) {
        return new FileAnswers("7", "/usr/bin/psql", 2, done, List.of(items), next);
    }

    private static FileAnswers.Item owned(String host) {
        var item =
                new FileAnswers.Identity(
                        "postgresql-client-common",
                        "248",
                        "all",
                        "deb",
                        "pkg:deb/debian/postgresql-client-common@248?arch=all",
                        "postgresql-common",
                        "Debian",
                        null);
        return new FileAnswers.Item(
                host,
                "qa",
                State.OWNED,
                "/usr/share/postgresql-common/pg_wrapper",
                List.of(
                        new FileAnswers.Owning(item, "/usr/bin/psql", false),
                        new FileAnswers.Owning(
                                item, "/usr/share/postgresql-common/pg_wrapper", true)),
                "A link leads to /usr/share/postgresql-common/pg_wrapper.",
                null);
    }

    private static FileAnswers.Item without(String host, State state) {
        return new FileAnswers.Item(
                host, "qa", state, null, List.of(), "Why " + state + ".", "Mend it.");
    }

    @Test
    void waitsForAllHostsAndShowsALineForEachPackage() {
        server.on(POST, part(0, "0"))
                .on(GET, part(0, "0"))
                .on(GET + "&after=0", part(1, "1", owned("web1")))
                .on(GET + "&after=1", part(2, null, without("web2", State.NO_FILE)));

        var outcome = terminal().withPerson().run("owns", "/usr/bin/psql", "env:qa", "web");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err())
                .contains("0 of 2 hosts have answered", "1 of 2 hosts have answered");
        assertThat(outcome.out().lines()).hasSize(4);
        assertThat(outcome.out())
                .contains("postgresql-client-common", "pg_wrapper", "no file", "Why NO_FILE.");
    }

    @Test
    void sendsTheFileAndTheQueryAsTheyAre() {
        server.on(POST, part(2, null)).on(GET, part(2, null, owned("web1"), owned("web2")));

        terminal().run("owns", "/a b'c", "env:qa", "pkg:x<2", "-o", "json");

        assertThat(server.lines()).contains(POST, GET);
        assertThat(server.body(POST))
                .isEqualToIgnoringWhitespace("{\"file\": \"/a b'c\", \"q\": \"env:qa pkg:x<2\"}");
    }

    @Test
    void printsOneAnswerALineForPrograms() {
        server.on(POST, part(0, "0"))
                .on(GET, part(1, "1", owned("web1")))
                .on(GET + "&after=1", part(2, null, owned("web2")));

        var outcome = terminal().run("owns", "/usr/bin/psql", "-o", "ndjson");

        assertThat(outcome.out().lines()).hasSize(2).allMatch(line -> line.startsWith("{\"host\""));
    }

    @Test
    void endsWithOneWhereAHostCouldNotBeAskedOrNoPackageHasIt() {
        server.on(POST, part(0, "0"))
                .on(GET, part(2, null, owned("web1"), without("web2", State.UNREACHABLE)));

        var outcome = terminal().run("owns", "/usr/bin/psql");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).isEqualTo("1 of 2 could not be asked.\n");
    }

    @Test
    void saysThatNoHostMatches() {
        server.on(POST, part(0, null)).on(GET, part(0, null));

        var outcome = terminal().run("owns", "/usr/bin/psql", "env:none");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).isEqualTo("No host matches.\n");
    }
}
