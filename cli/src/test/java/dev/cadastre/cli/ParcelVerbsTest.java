package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Parcels as they are made, built, shown and unpacked. */
class ParcelVerbsTest extends ParcelFolder {

    @Test
    void whatIsMadeIsSound() {
        assertThat(ok("parcel", "new", shop, "--port", "8081"))
                .isEqualTo(shop + " has the parcel shop 0.1.0.\n");

        Terminal.Outcome verified = run(0, "parcel", "verify", shop);

        assertThat(verified.out()).isEmpty();
        assertThat(verified.err()).contains(shop + " is sound.");
    }

    @Test
    void runsTheTestsThatNeedNoDeployment() throws IOException {
        ok("parcel", "new", shop, "--port", "8081");
        Path test = Path.of(shop, "tests", "refuses");
        Files.writeString(test, "#!/bin/sh\necho \"CRITICAL: $1 in $(ls parcel.ini)\"\nexit 2\n");
        assertThat(test.toFile().setExecutable(true)).isTrue();
        Path definition = Path.of(shop, "parcel.ini");
        Files.writeString(
                definition,
                Files.readString(definition) + "\n[test refuses]\narguments = ${http.port}\n");

        assertThat(run(1, "parcel", "verify", shop, "--without-isolation").out())
                .isEqualTo(
                        "tests/refuses: error: it ended with status 2: CRITICAL: 8081 in"
                                + " parcel.ini; mend what it tests, or the test"
                                + " [parcel.test-failed]\n");
        assertThat(run(0, "parcel", "verify", shop, "--no-tests").out()).isEmpty();
        assertThat(run(2, "parcel", "verify", shop, "--no-tests", "--without-isolation").err())
                .contains("Tests are run in one place");
    }

    @Test
    void asksWhereItListens() {
        Terminal.Outcome made = terminal().withPerson().input("9000\n").run("parcel", "new", shop);

        assertThat(made.err()).contains("Where does it listen? [8080]");
        assertThat(ok("parcel", "show", shop, "--parameters", "-o", "csv"))
                .contains("http.port,integer,9000");
    }

    @Test
    void isBuiltToTheSameBytes() throws IOException {
        ok("parcel", "new", shop);

        String built = ok("parcel", "build", shop, "--to", file);
        ok("parcel", "build", shop, "--to", at("again"));

        assertThat(built).matches(".*shop-0.1.0.parcel sha256:[0-9a-f]{64}\n");
        assertThat(folder.resolve("again")).hasSameBinaryContentAs(Path.of(file));
        assertThat(run(0, "parcel", "verify", file).out()).isEmpty();
    }

    @Test
    void isShownAsFolderFileAndPartOfARepository() {
        ok("parcel", "new", shop);
        ok("parcel", "build", shop, "--to", file);
        ok("parcel", "push", file, "--to", repository);

        String shown = ok("parcel", "show", shop);

        assertThat(shown)
                .containsPattern("name +shop\n")
                .containsPattern("provides +http 0.1.0, shop 0.1.0\n")
                .containsPattern("parameters +http.port, log.level\n")
                .containsPattern("signatures +0\n");
        assertThat(ok("parcel", "show", file)).isEqualTo(shown);
        assertThat(ok("parcel", "show", "shop:0.1.0", "--from", repository)).isEqualTo(shown);
    }

    @Test
    void isShownAsJson() {
        ok("parcel", "new", shop);

        assertThat(ok("parcel", "show", shop, "-o", "json"))
                .contains("\"name\": \"shop\"", "\"signatures\": 0", "\"secret\": false")
                .containsPattern("\"bytes\": [0-9]+");
    }

    @Test
    void showsItsManualAndUnpacks() throws IOException {
        ok("parcel", "new", shop);
        ok("parcel", "build", shop, "--to", file);

        assertThat(ok("parcel", "manual", file)).startsWith("# shop\n");
        assertThat(run(1, "parcel", "manual", file, "--page", "none.md").err())
                .contains("Its manual has no page none.md");

        ok("parcel", "unpack", file, "--to", at("unpacked"));
        Path script = Path.of("files/application/serve");
        assertThat(folder.resolve("unpacked").resolve(script))
                .hasSameBinaryContentAs(Path.of(shop).resolve(script))
                .isExecutable();
        assertThat(run(1, "parcel", "unpack", file, "--to", at("unpacked")).err())
                .contains("is there already");
    }
}
