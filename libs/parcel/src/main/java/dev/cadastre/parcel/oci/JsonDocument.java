package dev.cadastre.parcel.oci;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON that anybody may have written: in UTF-8 without byte order mark, bounded in size and
 * depth, with each member once, nothing behind its end, and no text that is no Unicode. Pure.
 */
public final class JsonDocument {

    private static final int DEEPEST = 64;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxStringLength(Integer.MAX_VALUE)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private JsonDocument() {}

    /**
     * Reads one.
     *
     * @param most how many bytes there may be
     * @throws MalformedJson if it is anything else; nothing of the document is repeated
     */
    public static JsonNode read(byte[] json, int most) throws MalformedJson {
        if (json.length > most) {
            throw new MalformedJson("it has more than %d bytes".formatted(most));
        }
        try {
            JsonNode node = MAPPER.readTree(text(json));
            if (node.isMissingNode()) {
                throw new MalformedJson("it is empty");
            }
            requireUnicode(node);
            return node;
        } catch (JacksonException e) {
            throw new MalformedJson("it is no JSON" + place(e), e);
        }
    }

    private static String text(byte[] json) throws MalformedJson {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedJson("it is not in UTF-8", e);
        }
    }

    private static String place(JacksonException e) {
        return e.getLocation() == null
                ? ""
                : ": see line %d, column %d"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }

    /** Halves of characters can stand in escapes, and no two programs read them alike. */
    private static void requireUnicode(JsonNode node) throws MalformedJson {
        if (node.isString()) {
            requireUnicode(node.stringValue());
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            requireUnicode(member.getKey());
            requireUnicode(member.getValue());
        }
        if (node.isArray()) {
            for (JsonNode item : node.values()) {
                requireUnicode(item);
            }
        }
    }

    private static void requireUnicode(String text) throws MalformedJson {
        if (!CanonicalJson.isUnicode(text)) {
            throw new MalformedJson("a text in it has half of a character");
        }
    }
}
