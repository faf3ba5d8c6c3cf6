package dev.cadastre.change.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON as far as {@link Json} writes it: no fractions, and no null. */
final class JsonReader {

    /** Deeper than anything that is written. */
    private static final int DEEPEST = 16;

    private final String text;
    private int at;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
    }

    /** Says that a text is not what it should be. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String reason) {
            super(reason, null, false, false);
        }
    }

    /** The object that the whole text is. */
    static Map<String, Object> object(String text) throws Malformed {
        JsonReader reader = new JsonReader(text);
        reader.space();
        Map<String, Object> object = reader.object();
        if (reader.at < text.length()) {
            throw reader.malformed("more text");
        }
        return object;
    }

    private Malformed malformed(String what) {
        return new Malformed("%s at column %d".formatted(what, at + 1));
    }

    private Object value() throws Malformed {
        if (++depth > DEEPEST) {
            throw malformed("too deep");
        }
        Object value =
                switch (peek()) {
                    case '{' -> object();
                    case '[' -> list();
                    case '"' -> string();
                    case 't' -> word("true", true);
                    case 'f' -> word("false", false);
                    default -> number();
                };
        depth--;
        return value;
    }

    private Map<String, Object> object() throws Malformed {
        Map<String, Object> object = new LinkedHashMap<>();
        expect('{');
        while (peek() != '}') {
            if (!object.isEmpty()) {
                expect(',');
            }
            String key = string();
            expect(':');
            if (object.put(key, value()) != null) {
                throw malformed("the key %s twice".formatted(key));
            }
        }
        expect('}');
        return object;
    }

    private List<Object> list() throws Malformed {
        List<Object> list = new ArrayList<>();
        expect('[');
        while (peek() != ']') {
            if (!list.isEmpty()) {
                expect(',');
            }
            list.add(value());
        }
        expect(']');
        return list;
    }

    private Object word(String word, boolean meaning) throws Malformed {
        if (!text.startsWith(word, at)) {
            throw malformed("no value");
        }
        at += word.length();
        space();
        return meaning;
    }

    private Long number() throws Malformed {
        int from = at;
        while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            Long number = Long.valueOf(text.substring(from, at));
            space();
            return number;
        } catch (NumberFormatException e) {
            throw malformed("no value");
        }
    }

    private String string() throws Malformed {
        expectHere('"');
        StringBuilder string = new StringBuilder();
        while (true) {
            if (at >= text.length()) {
                throw malformed("an open text");
            }
            char c = text.charAt(at++);
            if (c == '"') {
                space();
                return string.toString();
            }
            if (c < ' ') {
                throw malformed("a control character");
            }
            string.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() throws Malformed {
        if (at >= text.length()) {
            throw malformed("an open text");
        }
        char c = text.charAt(at++);
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unit();
            default -> throw malformed("an unknown escape");
        };
    }

    private char unit() throws Malformed {
        if (at + 4 > text.length()) {
            throw malformed("an open text");
        }
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(text.charAt(at++), 16);
            if (digit < 0) {
                throw malformed("an unknown escape");
            }
            unit = unit * 16 + digit;
        }
        return (char) unit;
    }

    private char peek() throws Malformed {
        if (at >= text.length()) {
            throw malformed("too short");
        }
        return text.charAt(at);
    }

    private void expect(char wanted) throws Malformed {
        expectHere(wanted);
        space();
    }

    private void expectHere(char wanted) throws Malformed {
        if (peek() != wanted) {
            throw malformed("no " + wanted);
        }
        at++;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
