package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Parcels as they are signed, and keys. */
class ParcelSigningVerbsTest extends ParcelFolder {

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
}
