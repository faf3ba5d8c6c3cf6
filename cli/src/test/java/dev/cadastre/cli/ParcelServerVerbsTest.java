package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.parcel.Parcel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parcels that the server keeps. */
class ParcelServerVerbsTest {

    private static final Parcel NEW = parcel("2.0.1", List.of("ci"));
    private static final Parcel OLD = parcel("1.9.0", List.of());

    private final FakeServer server = new FakeServer();
    @TempDir private Path home;

    private static Parcel parcel(String version, List<String> signers) {
        return new Parcel(
                "guestbook",
                version,
                "sha256:" + "0".repeat(64),
                "A guestbook",
                "Apache-2.0",
                null,
                List.of("guestbook " + version),
                List.of("postgresql >=13 as database"),
                signers,
                4_096,
                "token:ci",
                Instant.parse("2026-11-21T10:00:00Z"),
                List.of("shop@qa"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Terminal.Outcome run(String... words) {
        return new Terminal(home).variable("CADASTRE_SERVER", server.url()).run(words);
    }

    @Test
    void sendsAFileAsItIs() throws IOException {
        Path file = Files.writeString(home.resolve("guestbook-2.0.1.parcel"), "content");
        server.on("POST /api/v1/parcels", NEW);

        Terminal.Outcome outcome = run("parcel", "add", file.toString(), file.toString());

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).contains("guestbook 2.0.1 is kept, signed by ci.");
        assertThat(server.lines()).hasSize(2);
        assertThat(server.last().body()).isEqualTo("content");
    }

    @Test
    void buildsAFolderBeforeItIsSent() {
        String folder = home.resolve("shop").toString();
        run("parcel", "new", folder, "--port", "0");
        server.on("POST /api/v1/parcels", OLD);

        Terminal.Outcome outcome = run("parcel", "add", folder);

        assertThat(outcome.status()).as(outcome.toString()).isZero();
        assertThat(outcome.err()).contains("guestbook 1.9.0 is kept.");
        assertThat(server.last().body()).startsWith("oci-layout").contains("shop:0.1.0");
    }

    @Test
    void tellsAllForWhichTheServerRefuses() throws IOException {
        Path file = Files.writeString(home.resolve("wrong.parcel"), "<html>");
        server.on(
                "POST /api/v1/parcels",
                422,
                "application/problem+json",
                """
                {"title":"The parcel has problems","status":422,"detail":"It is cut off.",
                 "code":"parcel.unusable","remedy":"Build it anew.","problems":[
                 {"code":"parcel.artefact-broken","path":"archive","detail":"It is cut off."}]}
                """);

        Terminal.Outcome outcome = run("parcel", "add", file.toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("It is cut off.", "Build it anew.");
    }

    @Test
    void listsTheNewestOfEach() {
        server.on("GET /api/v1/parcels?limit=1000", new ListPage<>(List.of(NEW, OLD), null));
        server.on("GET /api/v1/parcels?q=none&limit=1000", new ListPage<>(List.of(), null));

        assertThat(run("parcel", "list").out())
                .contains("guestbook", "2.0.1", "shop@qa", "postgresql >=13 as database")
                .doesNotContain("1.9.0");
        assertThat(run("parcel", "list", "--all-versions").out()).contains("2.0.1", "1.9.0");
        assertThat(run("parcel", "list", "none").status()).isEqualTo(1);
    }

    @Test
    void removesOneVersion() {
        server.on("DELETE /api/v1/parcels/guestbook/1.9.0", Map.of());

        assertThat(run("parcel", "remove", "guestbook", "1.9.0").err())
                .contains("guestbook 1.9.0 is removed.");
    }
}
