package dev.cadastre.parcel.trust;

import dev.cadastre.parcel.oci.CanonicalJson;
import dev.cadastre.parcel.oci.JsonDocument;
import dev.cadastre.parcel.oci.MalformedJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A DSSE envelope: a body with signatures of it, of which none has been verified.
 *
 * @param payloadType what the body is
 * @param payload the body as base64 in the usual alphabet
 * @param signatures at least one, and at most {@link #MOST_SIGNATURES}
 */
public record Envelope(String payloadType, String payload, List<Signature> signatures) {

    /** The media type of the blob that an envelope is. */
    public static final String MEDIA_TYPE = "application/vnd.dsse.envelope.v1+json";

    /** How large one may be. */
    public static final int MOST_BYTES = 1 << 20;

    /** How many signatures one may have. */
    public static final int MOST_SIGNATURES = 16;

    private static final int LONGEST_TYPE = 256;
    private static final int LONGEST_KEY_ID = 256;
    private static final int LONGEST_SIGNATURE = 1_024;

    /**
     * A signature.
     *
     * @param keyId which key it says that it was made with: nobody vouches for that; {@code ""} if
     *     it does not say
     * @param value its bytes as base64 in the usual alphabet
     */
    public record Signature(String keyId, String value) {

        byte[] bytes() {
            return StrictBase64.decode(value).orElseThrow();
        }
    }

    /** Copies the list. */
    public Envelope {
        signatures = List.copyOf(signatures);
    }

    /** Signs a body with each of some keys. */
    public static Envelope sign(String payloadType, byte[] body, List<SigningKey> keys) {
        byte[] signed = Pae.encode(payloadType, body);
        return new Envelope(
                payloadType,
                StrictBase64.encode(body),
                keys.stream()
                        .map(key ->
                                new Signature(
                                        key.verificationKey().keyId(),
                                        StrictBase64.encode(key.sign(signed))))
                        .toList());
    }

    /**
     * Reads one. Members that are not known are passed over.
     *
     * @throws MalformedJson if it is none
     */
    public static Envelope read(byte[] json) throws MalformedJson {
        JsonNode document = JsonDocument.read(json, MOST_BYTES);
        String type = text(document, "payloadType", LONGEST_TYPE);
        String payload = base64(document, "payload", MOST_BYTES);
        JsonNode list = document.path("signatures");
        if (!list.isArray() || list.isEmpty() || list.size() > MOST_SIGNATURES) {
            throw new MalformedJson(
                    "signatures is no list of one to %d of them".formatted(MOST_SIGNATURES));
        }
        List<Signature> signatures = new ArrayList<>();
        for (JsonNode item : list.values()) {
            String keyId = item.has("keyid") ? text(item, "keyid", LONGEST_KEY_ID) : "";
            signatures.add(new Signature(keyId, base64(item, "sig", LONGEST_SIGNATURE)));
        }
        return new Envelope(type, payload, signatures);
    }

    private static String text(JsonNode object, String name, int longest) throws MalformedJson {
        JsonNode text = object.path(name);
        if (!text.isString() || text.stringValue().length() > longest) {
            throw new MalformedJson(
                    "%s is missing, or no text of at most %d characters".formatted(name, longest));
        }
        return text.stringValue();
    }

    private static String base64(JsonNode object, String name, int longest) throws MalformedJson {
        byte[] bytes =
                StrictBase64.decodeEither(text(object, name, longest))
                        .orElseThrow(() -> new MalformedJson(name + " is no base64"));
        return StrictBase64.encode(bytes);
    }

    /** What it holds. */
    public byte[] body() {
        return StrictBase64.decode(payload).orElseThrow();
    }

    /** The bytes that are signed. */
    byte[] signed() {
        return Pae.encode(payloadType, body());
    }

    /** Its bytes, which are the same for whoever writes what it says. */
    public byte[] bytes() {
        return CanonicalJson.write(
                Map.of(
                        "payloadType",
                        payloadType,
                        "payload",
                        payload,
                        "signatures",
                        signatures.stream()
                                .map(it -> Map.of("keyid", it.keyId(), "sig", it.value()))
                                .toList()));
    }
}
