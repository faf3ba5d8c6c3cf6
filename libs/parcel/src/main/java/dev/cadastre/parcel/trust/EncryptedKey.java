package dev.cadastre.parcel.trust;

import dev.cadastre.parcel.oci.CanonicalJson;
import dev.cadastre.parcel.oci.JsonDocument;
import dev.cadastre.parcel.oci.MalformedJson;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.crypto.generators.SCrypt;
import tools.jackson.databind.JsonNode;

/** A private key behind a password, as cosign keeps it: scrypt, and a box of NaCl, in JSON. */
final class EncryptedKey {

    /** What the PEM of it is called. */
    static final String LABEL = "ENCRYPTED SIGSTORE PRIVATE KEY";

    private static final Set<String> LABELS = Set.of(LABEL, "ENCRYPTED COSIGN PRIVATE KEY");
    private static final int MOST_BYTES = 48 * 1024;
    private static final int COST = 1 << 16;
    // A higher cost is memory that a file must not make this program take.
    private static final Set<Integer> COSTS = Set.of(1 << 15, COST, 1 << 17);
    private static final int BLOCK_SIZE = 8;
    private static final int PARALLEL = 1;
    private static final int SALT = 32;
    private static final int MOST_SALT = 256;

    private EncryptedKey() {}

    static boolean isLabel(String label) {
        return LABELS.contains(label);
    }

    static byte[] seal(byte[] plain, char[] password, SecureRandom random) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        byte[] nonce = new byte[Secretbox.NONCE];
        random.nextBytes(nonce);
        byte[] key = derive(password, salt, COST);
        byte[] sealed = Secretbox.seal(plain, key, nonce);
        Arrays.fill(key, (byte) 0);
        return CanonicalJson.write(
                Map.of(
                        "kdf",
                        Map.of(
                                "name",
                                "scrypt",
                                "params",
                                Map.of("N", COST, "r", BLOCK_SIZE, "p", PARALLEL),
                                "salt",
                                StrictBase64.encode(salt)),
                        "cipher",
                        Map.of("name", "nacl/secretbox", "nonce", StrictBase64.encode(nonce)),
                        "ciphertext",
                        StrictBase64.encode(sealed)));
    }

    static byte[] open(byte[] json, char[] password) throws UnusableKey {
        JsonNode document = document(json);
        JsonNode derivation = document.path("kdf");
        JsonNode parameters = derivation.path("params");
        require(is(derivation, "scrypt") && is(document.path("cipher"), "nacl/secretbox"));
        int cost = number(parameters, "N");
        require(
                COSTS.contains(cost)
                        && number(parameters, "r") == BLOCK_SIZE
                        && number(parameters, "p") == PARALLEL);
        byte[] salt = bytes(derivation, "salt");
        byte[] nonce = bytes(document.path("cipher"), "nonce");
        require(salt.length <= MOST_SALT && nonce.length == Secretbox.NONCE);
        byte[] sealed = bytes(document, "ciphertext");
        byte[] key = derive(password, salt, cost);
        try {
            return Secretbox.open(sealed, key, nonce)
                    .orElseThrow(
                            () -> new UnusableKey("the password is wrong, or the key was altered"));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static JsonNode document(byte[] json) throws UnusableKey {
        try {
            return JsonDocument.read(json, MOST_BYTES);
        } catch (MalformedJson e) {
            throw new UnusableKey("the encrypted key is broken: " + e.getMessage(), e);
        }
    }

    private static void require(boolean known) throws UnusableKey {
        if (!known) {
            throw new UnusableKey("the key is not encrypted as cosign does it");
        }
    }

    private static boolean is(JsonNode object, String name) {
        return object.path("name").isString() && object.path("name").stringValue().equals(name);
    }

    private static int number(JsonNode object, String name) {
        JsonNode number = object.path(name);
        return number.isIntegralNumber() && number.canConvertToInt() ? number.intValue() : -1;
    }

    private static byte[] bytes(JsonNode object, String name) throws UnusableKey {
        JsonNode text = object.path(name);
        require(text.isString());
        return StrictBase64.decode(text.stringValue())
                .orElseThrow(() -> new UnusableKey("%s of the key is no base64".formatted(name)));
    }

    private static byte[] derive(char[] password, byte[] salt, int cost) {
        byte[] bytes = utf8(password);
        try {
            return SCrypt.generate(bytes, salt, cost, BLOCK_SIZE, PARALLEL, Secretbox.KEY);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Without a copy that nobody wipes: no text can be. */
    private static byte[] utf8(char[] password) {
        ByteBuffer room = ByteBuffer.allocate(4 * password.length);
        CharsetEncoder encoder =
                StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE);
        encoder.encode(CharBuffer.wrap(password), room, true);
        byte[] bytes = Arrays.copyOf(room.array(), room.position());
        Arrays.fill(room.array(), (byte) 0);
        return bytes;
    }
}
