package dev.cadastre.parcel.oci;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Writes JSON as RFC 8785 does, so that what says the same has the same bytes: members sorted by
 * UTF-16 units, no blanks, each text in its one form. Of numbers it writes whole ones. Pure.
 */
public final class CanonicalJson {

    /** The numbers between this and its negative are the same wherever they are read. */
    public static final long MOST = (1L << 53) - 1;

    private static final String ESCAPED = "\"\\bfnrt";
    private static final String MEANT = "\"\\\b\f\n\r\t";

    private final StringBuilder json = new StringBuilder();

    private CanonicalJson() {}

    /**
     * Writes a value.
     *
     * @param value a {@link JsonNode}, or a {@link Map} with texts for keys, a {@link Collection},
     *     a {@link String}, {@link Boolean}, {@link Integer} or {@link Long}, to any depth
     * @throws IllegalArgumentException if there is anything else in it: a fraction, a number above
     *     {@link #MOST}, half of a character
     */
    public static byte[] write(Object value) {
        CanonicalJson writer = new CanonicalJson();
        writer.value(value);
        return writer.json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void value(Object value) {
        if (value instanceof JsonNode node) {
            node(node);
        } else if (value instanceof Map<?, ?> members) {
            object(members);
        } else if (value instanceof Collection<?> items) {
            array(items);
        } else if (value instanceof String text) {
            text(text);
        } else if (value instanceof Boolean) {
            json.append(value);
        } else if (value instanceof Long || value instanceof Integer) {
            number(((Number) value).longValue());
        } else {
            throw new IllegalArgumentException(
                    "It is not written as JSON: " + value.getClass().getName());
        }
    }

    private void node(JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonNode> members = new TreeMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
            object(members);
        } else if (node.isArray()) {
            array(node.values());
        } else if (node.isString()) {
            text(node.stringValue());
        } else if (node.isBoolean()) {
            json.append(node.booleanValue());
        } else if (node.isNull()) {
            json.append("null");
        } else if (node.isIntegralNumber() && node.canConvertToLong()) {
            number(node.longValue());
        } else {
            throw new IllegalArgumentException(
                    "It is not written as JSON: a " + node.getNodeType());
        }
    }

    private void object(Map<?, ?> members) {
        Map<String, Object> sorted = new TreeMap<>();
        members.forEach((name, value) -> sorted.put((String) name, value));
        json.append('{');
        String comma = "";
        for (Map.Entry<String, Object> member : sorted.entrySet()) {
            json.append(comma);
            text(member.getKey());
            json.append(':');
            value(member.getValue());
            comma = ",";
        }
        json.append('}');
    }

    private void array(Collection<?> items) {
        json.append('[');
        String comma = "";
        for (Object item : items) {
            json.append(comma);
            value(item);
            comma = ",";
        }
        json.append(']');
    }

    private void number(long number) {
        if (number > MOST || number < -MOST) {
            throw new IllegalArgumentException("Not every reader knows the number " + number);
        }
        json.append(number);
    }

    private void text(String text) {
        if (!isUnicode(text)) {
            throw new IllegalArgumentException("A text has half of a character");
        }
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int known = MEANT.indexOf(c);
            if (known >= 0) {
                json.append('\\').append(ESCAPED.charAt(known));
            } else if (c < ' ') {
                json.append("\\u%04x".formatted((int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }

    /** Whether each high surrogate has its low one. */
    static boolean isUnicode(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int type = Character.getType(text.codePointAt(i));
            if (type == Character.SURROGATE) {
                return false;
            }
        }
        return true;
    }
}
