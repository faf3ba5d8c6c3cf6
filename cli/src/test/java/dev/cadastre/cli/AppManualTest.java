package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Operations manuals, which are needed most when nothing answers. */
@Timeout(60)
class AppManualTest extends ServedApps {

    @TempDir private Path home;

    private Terminal reader() {
        return new Terminal(home).variable("CADASTRE_SERVER", server.url());
    }

    private Path copies() {
        return home.resolve(".cache/cadastre/manuals");
    }

    @Test
    void isThatOfTheDeployedVersion() {
        assertThat(reader().run("manual", "shop@qa").out()).isEqualTo("# Shop\n\nCall us.\n");
    }

    @Test
    void ofWhatThereIsOneIsListed() {
        server.on("GET /api/v1/apps?limit=1000", page(app()));

        assertThat(reader().run("manual").out())
                .contains("backup", "operator")
                .containsPattern("\nshop@qa +app +shop 1\\.4\\.2\n$");
    }

    @Test
    void staysReadableWhenTheServerIsGone() throws IOException {
        reader().run("manual", "shop@qa");
        try (Stream<Path> kept = Files.list(copies())) {
            List<Path> files = kept.toList();
            assertThat(files).hasSize(1);
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(files.getFirst())))
                    .isEqualTo("rw-------");
        }
        server.close();

        Terminal.Outcome shown = reader().run("manual", "shop@qa");

        assertThat(shown.status()).as(shown.err()).isZero();
        assertThat(shown.out()).isEqualTo("# Shop\n\nCall us.\n");
        assertThat(shown.err())
                .contains("This is a copy of 2026-11-21 15:30:00+01:00, of shop:1.4.2.");
        assertThat(reader().run("manual").out())
                .containsPattern(
                        "shop@qa +app +shop 1\\.4\\.2, a copy of 2026-11-21 15:30:00\\+01:00\n");
        assertThat(reader().run("manual", "shop@qa", "--page", "none.md").status()).isEqualTo(3);
    }

    @Test
    void isCopiedOnceForAVersion() {
        reader().run("manual", "shop@qa");
        reader().run("manual", "shop@qa");

        assertThat(server.lines()).containsOnlyOnce("GET /api/v1/parcels/shop/1.4.2");
    }

    @Test
    void ofAnotherServerIsNotShown() {
        reader().run("manual", "shop@qa");

        Terminal.Outcome shown =
                new Terminal(home)
                        .variable("CADASTRE_SERVER", "http://localhost:1")
                        .run("manual", "shop@qa");

        assertThat(shown.status()).isEqualTo(3);
        assertThat(shown.err()).contains("There is no copy of index.md of the manual of shop@qa");
    }

    @Test
    void brokenCopyIsNone() throws IOException {
        reader().run("manual", "shop@qa");
        try (Stream<Path> kept = Files.list(copies())) {
            Files.writeString(kept.findFirst().orElseThrow(), "{\"pages\": [");
        }
        server.close();

        assertThat(reader().run("manual", "shop@qa").status()).isEqualTo(3);
    }

    @Test
    void noMoreThanAHundredAreKept() throws IOException {
        Files.createDirectories(copies());
        for (int i = 0; i < 120; i++) {
            Path old = Files.writeString(copies().resolve(i + ".json"), "{}");
            assertThat(old.toFile().setLastModified(1_000_000L + i * 1000L)).isTrue();
        }

        reader().run("manual", "shop@qa");

        try (Stream<Path> kept = Files.list(copies())) {
            assertThat(kept).hasSize(100).doesNotContain(copies().resolve("0.json"));
        }
    }

    @Test
    void appThatTheServerDoesNotKnowIsNotLookedForElsewhere() {
        reader().run("manual", "shop@qa");
        server.instead("GET " + SHOP, "");

        assertThat(reader().run("manual", "other@qa").status()).isEqualTo(1);
    }

    @Test
    void isReadFromTheServersOwnFolder() throws IOException {
        Path parcel = home.resolve("shop");
        Path repository = home.resolve("data/parcels");
        new Terminal(home).run("parcel", "new", parcel.toString());
        new Terminal(home).run("parcel", "push", parcel.toString(), "--to", repository.toString());
        Files.writeString(
                repository.resolve("apps.json"),
                """
                {"shop@qa":{"parcel":"shop","version":"0.1.0","digest":"%s"},
                 "odd@qa":{"parcel":"../..","version":"1"}}
                """
                        .formatted(digest(parcel)));
        Terminal local =
                new Terminal(home).variable("CADASTRE_HOME", home.resolve("data").toString());

        Terminal.Outcome shown = local.run("--server", "http://localhost:1", "manual", "shop@qa");

        assertThat(shown.status()).as(shown.err()).isZero();
        assertThat(shown.out()).startsWith("# shop\n");
        assertThat(shown.err())
                .contains("This is the manual of shop:0.1.0, which was deployed as shop@qa on ");
        assertThat(local.run("--server", "http://localhost:1", "manual", "-o", "names").out())
                .contains("\nstart\n")
                .endsWith("\nshop@qa\n");
    }

    private String digest(Path parcel) {
        String shown = new Terminal(home).run("parcel", "show", parcel.toString()).out();
        Matcher digest = Pattern.compile("sha256:[0-9a-f]{64}").matcher(shown);
        assertThat(digest.find()).isTrue();
        return digest.group();
    }
}
