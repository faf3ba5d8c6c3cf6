package dev.cadastre.change.journal;

import java.util.List;
import java.util.Map;

/** Writes JSON on one line. What it does not know it refuses. */
final class Json {

    private final StringBuilder text = new StringBuilder();

    private Json() {}

    /** A text of objects, lists, texts, numbers and truth values. */
    static String write(Object value) {
        Json json = new Json();
        json.value(value);
        return json.text.toString();
    }

    private void value(Object value) {
        if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof List<?> list) {
            list(list);
        } else if (value instanceof Number || value instanceof Boolean) {
            text.append(value);
        } else {
            string((String) value);
        }
    }

    private void object(Map<?, ?> map) {
        String before = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            text.append(before);
            string((String) entry.getKey());
            text.append(':');
            value(entry.getValue());
            before = ",";
        }
        text.append(map.isEmpty() ? "{}" : "}");
    }

    private void list(List<?> list) {
        String before = "[";
        for (Object one : list) {
            text.append(before);
            value(one);
            before = ",";
        }
        text.append(list.isEmpty() ? "[]" : "]");
    }

    private void string(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                case '\r' -> text.append("\\r");
                default -> plain(string, i, c);
            }
        }
        text.append('"');
    }

    /** Halves of a character cannot be written in UTF-8 but by their numbers. */
    private void plain(String string, int at, char c) {
        if (c < ' ' || c == '\u007f' || isHalf(string, at, c)) {
            text.append("\\u%04x".formatted((int) c));
        } else {
            text.append(c);
        }
    }

    private static boolean isHalf(String string, int at, char c) {
        if (Character.isHighSurrogate(c)) {
            return at + 1 == string.length() || !Character.isLowSurrogate(string.charAt(at + 1));
        }
        return Character.isLowSurrogate(c)
                && (at == 0 || !Character.isHighSurrogate(string.charAt(at - 1)));
    }
}
