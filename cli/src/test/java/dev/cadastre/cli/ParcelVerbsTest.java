package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parcels from the first line to a mirror, with no server and no registry. */
class ParcelVerbsTest {

    private static final String PASSWORD = "CADASTRE_SECRET_PARCEL_KEY";

    @TempDir private Path folder;
    private String shop = "";
    private String file = "";
    private String repository = "";

    @BeforeEach
    void places() {
        shop = at("shop");
        file = at("shop-0.1.0.parcel");
        repository = at("parcels");
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private Terminal terminal() {
        return new Terminal(folder).variable(PASSWORD, "correct horse");
    }

    private Terminal.Outcome run(int status, String... words) {
        Terminal.Outcome outcome = terminal().run(words);
        assertThat(outcome.status()).as(outcome.toString()).isEqualTo(status);
        return outcome;
    }

    private String ok(String... words) {
        return run(0, words).out();
    }

    /** A parcel with one dependency, in the repository. */
    private void pushed(String name, String version, String requires) throws IOException {
        Path parcel = folder.resolve(name + "-" + version);
        ok("parcel", "new", parcel.toString(), "--name", name, "--version", version, "--port", "0");
        Path definition = parcel.resolve("parcel.ini");
        Files.writeString(
                definition,
                Files.readString(definition)
                        .replace("\n\n[needs]", "\nrequires = " + requires + "\n\n[needs]"));
        ok("parcel", "push", parcel.toString(), "--to", repository);
    }

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
                        "tests/refuses: error: it ended with status 2: CRITICAL: 8081 in parcel.ini;"
                                + " mend what it tests, or the test [parcel.test-failed]\n");
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

    @Test
    void isSignedByAKeyBehindAPassword() throws IOException {
        ok("parcel", "new", shop);
        ok("parcel", "build", shop, "--to", file);

        assertThat(ok("parcel", "key", "release", "--to", folder.toString()))
                .matches("\\[signer release]\nkey = [A-Za-z0-9+/=]+\n");
        assertThat(Files.readString(folder.resolve("release.key"))).contains("BEGIN ENCRYPTED");
        String key = at("release.key");
        Terminal.Outcome signed =
                run(
                        0,
                        "parcel",
                        "sign",
                        file,
                        "--key",
                        key,
                        "--source",
                        "git+https://example.com/shop",
                        "--commit",
                        "c0ffee");
        ok("parcel", "sign", file, "--key", key);

        assertThat(signed.err()).contains("Signed by the key ");
        assertThat(ok("parcel", "show", file)).containsPattern("signatures +2\n");
        ok("parcel", "push", file, "--to", repository);
        assertThat(ok("parcel", "show", "shop:0.1.0", "--from", repository))
                .containsPattern("signatures +2\n");
        // Another statement: the clock stands still here, and the same one has the same signature.
        ok("parcel", "sign", "shop:0.1.0", "--from", repository, "--key", key, "--commit", "beef");
        assertThat(ok("parcel", "show", "shop:0.1.0", "--from", repository))
                .containsPattern("signatures +3\n");
    }

    @Test
    void isVerifiedByTheKeyOfWhoeverSignedIt() {
        ok("parcel", "new", shop);
        ok("parcel", "build", shop, "--to", file);
        ok("parcel", "key", "release", "--to", folder.toString());
        ok("parcel", "key", "other", "--to", folder.toString());
        String release = at("release.pub");

        assertThat(run(1, "parcel", "verify", file, "--signed-by", release).out())
                .contains("[parcel.unsigned]");
        ok("parcel", "sign", file, "--key", at("release.key"));
        ok("parcel", "verify", file, "--signed-by", at("other.pub"), "--signed-by", release);
        assertThat(run(1, "parcel", "verify", file, "--signed-by", at("other.pub")).out())
                .contains("[parcel.signer-unknown]");

        ok("parcel", "push", file, "--to", repository);
        ok("parcel", "verify", "shop:0.1.0", "--from", repository, "--signed-by", release);
    }

    @Test
    void aKeyIsNeitherWrittenOverNorUsedWithoutItsPassword() {
        ok("parcel", "new", shop);
        ok("parcel", "build", shop, "--to", file);
        ok("parcel", "key", "release", "--to", folder.toString());

        assertThat(run(1, "parcel", "key", "release", "--to", folder.toString()).err())
                .contains("release.key is there already");
        Terminal.Outcome wrong =
                terminal()
                        .variable(PASSWORD, "wrong")
                        .run("parcel", "sign", file, "--key", at("release.key"));
        assertThat(wrong.status()).isEqualTo(1);
        Terminal.Outcome nobody =
                new Terminal(folder).run("parcel", "sign", file, "--key", at("release.key"));
        assertThat(nobody.status()).isEqualTo(2);
        assertThat(nobody.err()).contains("Nobody gives the password");
        assertThat(ok("parcel", "show", file)).containsPattern("signatures +0\n");
    }

    @Test
    void isFoundInARepository() throws IOException {
        pushed("shop", "1.0.0", "money");
        pushed("shop", "1.10.0", "money");
        pushed("money", "2.0.0", "gold optional");

        assertThat(ok("parcel", "search", "--from", repository, "-o", "csv"))
                .contains("money,2.0.0,", "shop,1.10.0,")
                .doesNotContain("shop,1.0.0,");
        assertThat(
                        ok(
                                "parcel",
                                "search",
                                "SHOP",
                                "--from",
                                repository,
                                "--all-versions",
                                "-o",
                                "names"))
                .isEqualTo("shop\nshop\n");
        run(1, "parcel", "search", "nothing", "--from", repository);
    }

    @Test
    void whatWasChosenIsChosenAgain() throws IOException {
        pushed("shop", "1.0.0", "money");
        pushed("money", "2.0.0", "gold optional");
        String lock = at("parcel.lock");
        run(0, "parcel", "resolve", "shop", "--from", repository, "--lock", lock);
        String first = Files.readString(Path.of(lock));
        pushed("money", "2.1.0", "gold optional");

        ok("parcel", "resolve", "shop", "--from", repository, "--lock", lock);

        assertThat(first).contains("binding.money = money", "version = 2.0.0");
        assertThat(Path.of(lock)).hasContent(first);
        assertThat(ok("parcel", "resolve", "shop", "--from", repository))
                .contains("version = 2.1.0");
        assertThat(ok("parcel", "resolve", "shop", "--from", repository, "--pin", "money=2.0.0"))
                .isEqualTo(first);
    }

    @Test
    void saysWhyNothingGoesTogether() throws IOException {
        pushed("shop", "1.0.0", "money >= 3");
        pushed("money", "2.0.0", "gold optional");

        assertThat(run(1, "parcel", "resolve", "shop", "--from", repository).err())
                .contains("Nothing goes together", "parcel.unresolved");
        Files.writeString(folder.resolve("bad.lock"), "[lock]\n");
        assertThat(
                        run(
                                        1,
                                        "parcel",
                                        "resolve",
                                        "money",
                                        "--from",
                                        repository,
                                        "--lock",
                                        at("bad.lock"))
                                .err())
                .contains("parcel.lock-wrong");
    }

    @Test
    void isMirroredOnce() throws IOException {
        pushed("shop", "1.0.0", "money");
        pushed("money", "2.0.0", "gold optional");
        ok("parcel", "pull", "money:2.0.0", "--from", repository, "--to", at("mirror"));

        Terminal.Outcome first = run(0, "parcel", "mirror", repository, at("mirror"));
        Terminal.Outcome second = run(0, "parcel", "mirror", repository, at("mirror"));

        assertThat(first.out()).isEqualTo("shop:1.0.0\n");
        assertThat(first.err()).contains("1 copied, 1 were there.");
        assertThat(second.out()).isEmpty();
        assertThat(second.err()).contains("0 copied, 2 were there.");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() throws IOException {
        ok("parcel", "new", shop);
        Path bad = Path.of(shop);
        Files.writeString(bad.resolve("parcel.ini"), "[parcel]\nname = Shop\nversion = one\n");
        Files.delete(bad.resolve("docs/index.md"));

        Terminal.Outcome verified = run(1, "parcel", "verify", shop);

        assertThat(verified.out())
                .contains("parcel.ini:2: error: ", "[parcel.name-wrong]")
                .contains("parcel.ini:3: error: ", "[parcel.version-wrong]")
                .contains("[parcel.key-missing]", "[parcel.docs-missing]");
        assertThat(run(1, "parcel", "build", shop, "--to", file).err())
                .contains("[parcel.name-wrong]", "[parcel.docs-missing]");
        assertThat(Path.of(file)).doesNotExist();
    }

    @Test
    void scriptsThatCannotBeReadAreToldByLine() throws IOException {
        ok("parcel", "new", shop);
        Path bad = Path.of(shop);
        Files.writeString(bad.resolve("tests/answers"), "#!/bin/sh\nfi\n");
        Files.writeString(
                bad.resolve("files/application/serve"), "#!/usr/bin/env python3\n\nprint(\n");

        assertThat(run(1, "parcel", "verify", shop).out())
                .contains("tests/answers:2: error: it cannot be read: Syntax error")
                .contains(
                        "files/application/serve:3: error: it cannot be read: '(' was never closed");
    }

    @Test
    void anAlteredFileIsRefused() throws IOException {
        ok("parcel", "new", shop);
        ok("parcel", "build", shop, "--to", file);
        byte[] bytes = Files.readAllBytes(Path.of(file));
        bytes[bytes.length - 2000] ^= 1;
        Files.write(Path.of(file), bytes);

        assertThat(run(1, "parcel", "verify", file).out()).contains("error: ");
        run(1, "parcel", "unpack", file, "--to", at("unpacked"));
        assertThat(folder.resolve("unpacked")).doesNotExist();
    }

    @Test
    void whatIsNotThereIsToldAsThat() throws IOException {
        pushed("shop", "1.0.0", "money");

        assertThat(run(1, "parcel", "verify", at("none")).err()).contains("none is not there");
        assertThat(run(1, "parcel", "show", "shop:2", "--from", repository).err())
                .contains("There is no parcel shop:2");
        assertThat(
                        run(
                                        1,
                                        "parcel",
                                        "pull",
                                        "shop:2",
                                        "a:1",
                                        "--from",
                                        repository,
                                        "--to",
                                        at("b"))
                                .err())
                .contains("does not have shop:2, a:1");
        run(1, "parcel", "search", "--from", at("none"));
        assertThat(run(1, "parcel", "new", at("x"), "--from", at("none.jar")).err())
                .contains("none.jar is not there", "--from");
        assertThat(run(1, "parcel", "new", at("shop-1.0.0"), "--name", "shop").err())
                .contains("shop-1.0.0 is there already");
    }

    @Test
    void whatMakesNoSenseIsToldAsThat() throws IOException {
        pushed("money", "2.0.0", "gold optional");
        run(2, "parcel");
        run(2, "parcel", "show");
        run(2, "parcel", "search");
        run(2, "parcel", "new", shop, "--name", "Shop!");
        run(2, "parcel", "new", shop, "--version", "one");
        run(2, "parcel", "new", shop, "--port", "70000");
        run(2, "parcel", "show", "shop", "--from", repository);
        run(2, "parcel", "resolve", "shop >= one", "--from", repository);
        run(2, "parcel", "mirror", repository, "https://example.com/parcels");
        run(2, "parcel", "mirror", repository, "oci://");
        run(2, "parcel", "sign", shop, "--key", at("none.key"));
        run(
                2,
                "parcel",
                "sign",
                file,
                "--key",
                at("none.key"),
                "--source",
                "git+https://example.com");
        run(2, "parcel", "key", "a/b");
        assertThat(Path.of(shop)).doesNotExist();
    }
}
