package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.AttachedSbom;
import dev.cadastre.api.ListPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bills of materials out of the register and into it. */
class SbomVerbsTest {

    private static final AttachedSbom SHOP =
            new AttachedSbom(
                    "shop",
                    "sbom:shop",
                    "1.6",
                    null,
                    1,
                    null,
                    Instant.parse("2026-11-21T10:00:00Z"),
                    "token:ci",
                    14,
                    9,
                    List.of(new AttachedSbom.LeftOut("of type cargo", 5)));

    private final FakeServer server = new FakeServer();
    @TempDir private Path home;
    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(home.resolve("bom.json"), "{}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Terminal terminal() {
        return new Terminal(home).variable("CADASTRE_SERVER", server.url());
    }

    @Test
    void printsWhatAHostHas() {
        server.on("GET /api/v1/hosts/web1/sbom", Map.of("bomFormat", "CycloneDX"));

        assertThat(terminal().run("sbom", "web1").out()).contains("CycloneDX");
    }

    @Test
    void asksForAHost() {
        var outcome = terminal().run("sbom");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("Of which host?");
    }

    @Test
    void importLeavesTheNameToTheDocumentAndSaysWhatWasLeftOut() {
        server.on("POST /api/v1/hosts/web1/sboms", SHOP);

        var outcome = terminal().run("sbom", "import", "web1", file.toString());

        assertThat(server.last().body()).isEqualTo("{}");
        assertThat(outcome.err())
                .contains(
                        "shop on web1: 9 packages of 14 components; left out are 5 of type cargo.");
        assertThat(outcome.status()).isZero();
    }

    @Test
    void importGivesTheApplicationAName() {
        server.on("PUT /api/v1/hosts/web1/sboms/shop", SHOP);

        assertThat(
                        terminal()
                                .run("sbom", "import", "web1", file.toString(), "--app", "shop")
                                .status())
                .isZero();
    }

    @Test
    void listsWhatIsAttached() {
        server.on("GET /api/v1/hosts/web1/sboms", new ListPage<>(List.of(SHOP), null));

        assertThat(terminal().run("sbom", "list", "web1").out()).contains("shop", "token:ci");
    }

    @Test
    void removesWhatIsAttached() {
        server.on("DELETE /api/v1/hosts/web1/sboms/shop", Map.of());

        assertThat(terminal().run("sbom", "remove", "web1", "shop").err()).contains("shop");
    }
}
