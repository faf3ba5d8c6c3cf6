package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is wrong with parcels, and with commands about them. */
class ParcelRefusalsTest extends ParcelFolder {

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
                        "files/application/serve:3: error: it cannot be read: '(' was never"
                                + " closed");
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
