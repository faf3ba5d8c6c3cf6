package dev.cadastre.parcel.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyTest {

    private static final byte[] MESSAGE = "a message".getBytes(StandardCharsets.UTF_8);
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir Path folder;

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    /** The first three vectors of RFC 8032, section 7.1. */
    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
                + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bac"
                + "c61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
                + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e"
                + "458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
                + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
                + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290"
                + "ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    })
    void agreesWithRfc8032(String secret, String open, String message, String signature)
            throws UnusableKey {
        byte[] pkcs8 = hex("302e020100300506032b657004220420" + secret);
        SigningKey key = SigningKey.read(Pem.write(Pem.PRIVATE_KEY, pkcs8), new char[0]);

        assertThat(key.verificationKey())
                .isEqualTo(VerificationKey.of(KeyAlgorithm.ED25519.info(hex(open))));
        assertThat(key.sign(hex(message))).isEqualTo(hex(signature));
        assertThat(key.verificationKey().verifies(hex(message), hex(signature))).isTrue();
        assertThat(key.verificationKey().verifies(MESSAGE, hex(signature))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void readsWhatItWrites(KeyAlgorithm algorithm) throws UnusableKey {
        SigningKey key = SigningKey.generate(algorithm, RANDOM);
        VerificationKey open = key.verificationKey();

        SigningKey again = SigningKey.read(key.pem(), new char[0]);

        assertThat(again.verificationKey()).isEqualTo(open);
        assertThat(VerificationKey.parse(open.pem())).isEqualTo(open);
        assertThat(VerificationKey.parse(" " + open.line() + "\n")).isEqualTo(open);
        assertThat(open.verifies(MESSAGE, again.sign(MESSAGE))).isTrue();
        assertThat(open.verifies(MESSAGE, new byte[0])).isFalse();
        assertThat(open.verifies(MESSAGE, new byte[64])).isFalse();
        assertThat(open.algorithm()).isEqualTo(algorithm);
        assertThat(key.toString()).isEqualTo("signing key " + open.keyId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-algorithm ED25519", "-algorithm EC -pkeyopt ec_paramgen_curve:P-256"})
    void verifiesWhatOpensslSigns(String kind) throws Exception {
        Path secret = folder.resolve("secret.pem");
        String[] generate = ("genpkey -quiet -out " + secret + " " + kind).split(" ", -1);
        Peer.openssl(generate);
        VerificationKey key =
                VerificationKey.parse(Peer.openssl("pkey", "-in", "" + secret, "-pubout"));
        Path message = Files.write(folder.resolve("message"), MESSAGE);

        byte[] signature =
                Peer.run(
                        new byte[0],
                        "openssl",
                        "pkeyutl",
                        "-sign",
                        "-inkey",
                        "" + secret,
                        "-rawin",
                        "-in",
                        "" + message);

        assertThat(key.verifies(MESSAGE, signature)).isTrue();
        assertThat(SigningKey.read(Files.readString(secret), new char[0]).verificationKey())
                .isEqualTo(key);
        assertThat(key.keyId()).isEqualTo(keyIdByOpenssl(key));
    }

    private String keyIdByOpenssl(VerificationKey key) throws Exception {
        Path pem = Files.writeString(folder.resolve("open.pem"), key.pem());
        Path der = folder.resolve("open.der");
        Peer.openssl("pkey", "-pubin", "-in", "" + pem, "-outform", "DER", "-out", "" + der);
        return Peer.openssl("dgst", "-sha256", "-r", "" + der).substring(0, 64);
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void signsWhatOpensslVerifies(KeyAlgorithm algorithm) throws Exception {
        SigningKey key = SigningKey.read(SigningKey.generate(algorithm, RANDOM).pem(), new char[0]);
        Path open = Files.writeString(folder.resolve("open.pem"), key.verificationKey().pem());
        Path message = Files.write(folder.resolve("message"), MESSAGE);
        Path signature = Files.write(folder.resolve("signature"), key.sign(MESSAGE));

        String answer =
                Peer.openssl(
                        "pkeyutl",
                        "-verify",
                        "-pubin",
                        "-inkey",
                        "" + open,
                        "-rawin",
                        "-in",
                        "" + message,
                        "-sigfile",
                        "" + signature);

        assertThat(answer).contains("Signature Verified Successfully");
    }

    @Test
    void opensWhatAnotherSealed() throws UnusableKey {
        SigningKey key = SigningKey.generate(KeyAlgorithm.ECDSA_P256, RANDOM);
        byte[] der = pkcs8(key);

        String sealed =
                new String(Peer.secretbox("seal", der, "pässword"), StandardCharsets.US_ASCII);

        assertThat(SigningKey.isEncrypted(sealed)).isTrue();
        assertThat(SigningKey.read(sealed, "pässword".toCharArray()).verificationKey())
                .isEqualTo(key.verificationKey());
        String early = sealed.replace("SIGSTORE", "COSIGN");
        assertThat(SigningKey.read(early, "pässword".toCharArray()).verificationKey())
                .isEqualTo(key.verificationKey());
    }

    @Test
    void sealsWhatAnotherOpens() throws UnusableKey {
        SigningKey key = SigningKey.generate(KeyAlgorithm.ED25519, RANDOM);

        String sealed = key.encryptedPem("pässword".toCharArray(), RANDOM);

        assertThat(Peer.secretbox("open", sealed.getBytes(StandardCharsets.US_ASCII), "pässword"))
                .isEqualTo(pkcs8(key));
    }

    private static byte[] pkcs8(SigningKey key) throws UnusableKey {
        return Pem.read(key.pem()).content();
    }

    @Test
    void wipesPasswords() throws UnusableKey {
        SigningKey key = SigningKey.generate(KeyAlgorithm.ED25519, RANDOM);
        char[] given = "secret".toCharArray();
        String sealed = key.encryptedPem(given, RANDOM);
        char[] right = "secret".toCharArray();
        SigningKey.read(sealed, right);
        char[] wrong = "Secret".toCharArray();

        assertThatThrownBy(() -> SigningKey.read(sealed, wrong))
                .isInstanceOf(UnusableKey.class)
                .hasMessage("the password is wrong, or the key was altered");
        char[] useless = "secret".toCharArray();
        assertThatThrownBy(() -> SigningKey.read("no key", useless))
                .isInstanceOf(UnusableKey.class);

        assertThat(List.of(given, right, wrong, useless))
                .allSatisfy(password -> assertThat(password).containsOnly('\0'));
    }

    /** Keys that would take all memory, and texts that only look like keys. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kdf\":{\"name\":\"scrypt\",\"params\":{\"N\":1073741824,\"r\":8,\"p\":1},\"salt\":\"AAAA\"},"
                        + "\"cipher\":{\"name\":\"nacl/secretbox\",\"nonce\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"},\"ciphertext\":\"AAAA\"}",
                "{\"kdf\":{\"name\":\"scrypt\",\"params\":{\"N\":65536,\"r\":1024,\"p\":1},\"salt\":\"AAAA\"},"
                        + "\"cipher\":{\"name\":\"nacl/secretbox\",\"nonce\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"},\"ciphertext\":\"AAAA\"}",
                "{\"kdf\":{\"name\":\"scrypt\",\"params\":{\"N\":65536,\"r\":8,\"p\":1},\"salt\":\"AAAA\"},"
                        + "\"cipher\":{\"name\":\"nacl/secretbox\",\"nonce\":\"AAAA\"},\"ciphertext\":\"AAAA\"}",
                "{\"kdf\":{\"name\":\"scrypt\",\"params\":{\"N\":32768,\"r\":8,\"p\":1},\"salt\":\"AAAA\"},"
                        + "\"cipher\":{\"name\":\"nacl/secretbox\",\"nonce\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"},\"ciphertext\":\"\"}",
                "{\"kdf\":{\"name\":\"pbkdf2\"},\"cipher\":{\"name\":\"nacl/secretbox\"}}",
                "[]",
                "{",
                ""
            })
    void refusesSealedKeysThatAreNone(String json) {
        String pem =
                Pem.write(
                        "ENCRYPTED SIGSTORE PRIVATE KEY", json.getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> SigningKey.read(pem, "x".toCharArray()))
                .isInstanceOf(UnusableKey.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-algorithm RSA -pkeyopt rsa_keygen_bits:2048",
                "-algorithm EC -pkeyopt ec_paramgen_curve:P-384",
                "-algorithm ED448",
                "-algorithm X25519"
            })
    void refusesOtherKinds(String kind) throws Exception {
        Path secret = folder.resolve("secret.pem");
        Peer.openssl(("genpkey -quiet -out " + secret + " " + kind).split(" ", -1));
        String open = Peer.openssl("pkey", "-in", "" + secret, "-pubout");
        String text = Files.readString(secret);

        assertThatThrownBy(() -> SigningKey.read(text, new char[0]))
                .isInstanceOf(UnusableKey.class)
                .hasMessage("it is no private key of Ed25519, or of ECDSA on P-256");
        assertThatThrownBy(() -> VerificationKey.parse(open))
                .isInstanceOf(UnusableKey.class)
                .hasMessage("it is no public key of Ed25519, or of ECDSA on P-256");
    }

    @Test
    void refusesAPointThatIsNotOnTheCurve() {
        byte[] raw = new byte[65];
        raw[0] = 4;
        raw[1] = 1;

        assertThatThrownBy(() -> VerificationKey.of(KeyAlgorithm.ECDSA_P256.info(raw)))
                .isInstanceOf(UnusableKey.class)
                .hasMessage("it is no point of the curve that it names");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AAAA",
                "MCowBQYDK2VwAyEA",
                "-----BEGIN PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                "-----BEGIN PUBLIC KEY-----\n!!!!\n-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\nAAA\n-----END PUBLIC KEY-----",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"
            })
    void refusesTextsThatAreNoKeys(String text) {
        assertThatThrownBy(() -> VerificationKey.parse(text)).isInstanceOf(UnusableKey.class);
        assertThatThrownBy(() -> SigningKey.read(text, new char[0]))
                .isInstanceOf(UnusableKey.class);
        assertThatThrownBy(() -> VerificationKey.parse(text + "A".repeat(100_000)))
                .isInstanceOf(UnusableKey.class);
    }
}
