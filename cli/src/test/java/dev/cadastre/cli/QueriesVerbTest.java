package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.SavedQuery;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueriesVerbTest {

    private static final SavedQuery OLD =
            new SavedQuery(
                    "old-openssl",
                    "pkg:openssl<3.0.14",
                    "ann",
                    Instant.parse("2026-01-02T03:04:05Z"));

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
    void listsSavedQueries() {
        server.on("GET /api/v1/query/saved", new ListPage<>(List.of(OLD), null));

        Terminal.Outcome ran = terminal().run("queries");

        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains("old-openssl", "pkg:openssl<3.0.14", "ann");
    }

    @Test
    void savesTheWordsOfAQuery() {
        server.on("PUT /api/v1/query/saved/old-openssl", OLD);

        Terminal.Outcome ran =
                terminal().run("queries", "save", "old-openssl", "env:qa", "pkg:openssl<3.0.14");

        assertThat(ran.status()).isZero();
        assertThat(ran.err()).contains("saved:old-openssl");
        assertThat(server.last().body()).contains("\"q\": \"env:qa pkg:openssl<3.0.14\"");
    }

    @Test
    void removesOne() {
        server.on("DELETE /api/v1/query/saved/old-openssl", "");

        assertThat(terminal().run("queries", "remove", "old-openssl").status()).isZero();
    }
}
