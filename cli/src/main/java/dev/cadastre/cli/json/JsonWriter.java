package dev.cadastre.cli.json;

import dev.cadastre.cli.text.Printable;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Writes JSON texts, indented by two spaces or in one line. Characters that a terminal could obey
 * or that hide others are written by their numbers, as JSON escapes them, so what a host reports is
 * safe to print and still the same value.
 */
public final class JsonWriter {

    private final StringBuilder out = new StringBuilder();
    private final boolean indented;

    private JsonWriter(boolean indented) {
        this.indented = indented;
    }

    /** One value, without a line feed at its end. */
    public static String write(Json value) {
        return write(value, true);
    }

    /** One value in one line, without a line feed at its end. */
    public static String writeLine(Json value) {
        return write(value, false);
    }

    private static String write(Json value, boolean indented) {
        var writer = new JsonWriter(indented);
        writer.value(value, 0);
        return writer.out.toString();
    }

    private void value(Json value, int depth) {
        switch (value) {
            case Json.Members(var values) -> members(values, depth);
            case Json.Items(var values) -> items(values, depth);
            case Json.Text(var text) -> string(text);
            case Json.Numeral(var text) -> out.append(text);
            case Json.Truth(var truth) -> out.append(truth);
            case Json.Nothing() -> out.append("null");
        }
    }

    private void members(Map<String, Json> values, int depth) {
        out.append('{');
        Iterator<Map.Entry<String, Json>> entries = values.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<String, Json> entry = entries.next();
            line(depth + 1);
            string(entry.getKey());
            out.append(indented ? ": " : ":");
            value(entry.getValue(), depth + 1);
            out.append(entries.hasNext() ? "," : "");
        }
        end(values.isEmpty(), depth, '}');
    }

    private void items(List<Json> values, int depth) {
        out.append('[');
        Iterator<Json> items = values.iterator();
        while (items.hasNext()) {
            line(depth + 1);
            value(items.next(), depth + 1);
            out.append(items.hasNext() ? "," : "");
        }
        end(values.isEmpty(), depth, ']');
    }

    private void end(boolean empty, int depth, char bracket) {
        if (!empty) {
            line(depth);
        }
        out.append(bracket);
    }

    private void line(int depth) {
        if (indented) {
            out.append('\n').repeat("  ", depth);
        }
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            character(codePoint);
            i += Character.charCount(codePoint);
        }
        out.append('"');
    }

    private void character(int codePoint) {
        switch (codePoint) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\t' -> out.append("\\t");
            default -> {
                if (Printable.is(codePoint)) {
                    out.appendCodePoint(codePoint);
                } else {
                    for (char unit : Character.toChars(codePoint)) {
                        out.append("\\u%04x".formatted((int) unit));
                    }
                }
            }
        }
    }
}
