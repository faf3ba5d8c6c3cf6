package dev.cadastre.change.text;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Texts as JSON writes them: on one line, with nothing in them that is not seen, and nothing lost.
 * Also objects that hold nothing but texts. Pure.
 */
public final class JsonText {

    private static final String ESCAPED = "\"\\/bfnrt";
    private static final String MEANT = "\"\\/\b\f\n\r\t";

    private final String json;
    private int at;

    private JsonText(String json) {
        this.json = json;
    }

    /** A text in quotes. */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int known = MEANT.indexOf(c);
            if (known >= 0 && c != '/') {
                quoted.append('\\').append(ESCAPED.charAt(known));
            } else if (Character.isISOControl(c) || isLoneOrUnseen(text, i)) {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private static boolean isLoneOrUnseen(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
        }
        int type = Character.getType(c);
        return type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** An object with a line for each text, in the order of the map. */
    public static String object(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(entry -> "  " + quoted(entry.getKey()) + ": " + quoted(entry.getValue()))
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"))
                .replace("{\n\n}", "{}");
    }

    /** The text that stands in quotes; empty if it is anything else. */
    public static Optional<String> text(String json) {
        JsonText reader = new JsonText(json.strip());
        Optional<String> text = reader.text();
        return reader.at == reader.json.length() ? text : Optional.empty();
    }

    /** The texts of an object; empty if it is anything else, or says something twice. */
    public static Optional<Map<String, String>> texts(String json) {
        JsonText reader = new JsonText(json.strip());
        Map<String, String> texts = new LinkedHashMap<>();
        boolean good = reader.takes('{') && (reader.takes('}') || reader.entries(texts));
        return good && reader.at == reader.json.length() ? Optional.of(texts) : Optional.empty();
    }

    private boolean entries(Map<String, String> texts) {
        do {
            Optional<String> key = text();
            if (key.isEmpty() || !takes(':')) {
                return false;
            }
            Optional<String> value = text();
            if (value.isEmpty() || texts.put(key.get(), value.get()) != null) {
                return false;
            }
        } while (takes(','));
        return takes('}');
    }

    /** Takes a character that may have blanks around it. */
    private boolean takes(char c) {
        blanks();
        boolean there = at < json.length() && json.charAt(at) == c;
        at += there ? 1 : 0;
        blanks();
        return there;
    }

    private void blanks() {
        while (at < json.length() && " \t\n\r".indexOf(json.charAt(at)) >= 0) {
            at++;
        }
    }

    private Optional<String> text() {
        if (at >= json.length() || json.charAt(at) != '"') {
            return Optional.empty();
        }
        at++;
        StringBuilder text = new StringBuilder();
        while (at < json.length()) {
            char c = json.charAt(at++);
            if (c == '"') {
                return Optional.of(text.toString());
            }
            int read = c == '\\' ? escape() : c;
            if (read < 0 || c < ' ') {
                return Optional.empty();
            }
            text.append((char) read);
        }
        return Optional.empty();
    }

    private int escape() {
        char c = at < json.length() ? json.charAt(at++) : ' ';
        int known = ESCAPED.indexOf(c);
        if (known >= 0) {
            return MEANT.charAt(known);
        }
        String digits =
                json.substring(at, Math.min(json.length(), at + 4)).toLowerCase(Locale.ROOT);
        if (c != 'u' || !digits.matches("[0-9a-f]{4}")) {
            return -1;
        }
        at += 4;
        return Integer.parseInt(digits, 16);
    }
}
