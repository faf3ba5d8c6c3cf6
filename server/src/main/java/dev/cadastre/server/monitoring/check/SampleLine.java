package dev.cadastre.server.monitoring.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Reads one line of what is shown to Prometheus: {@code name{label="value"} 1.5 1700000000000}.
 * Names with other characters are quoted and stand first in the braces. What follows {@code #}
 * behind the value, as exemplars do, is passed over.
 */
final class SampleLine {

    private static final int MOST_LABELS = 100;
    private static final Pattern NUMBER =
            Pattern.compile(
                    "[-+]?(?:[0-9]{1,400}\\.?[0-9]{0,400}|\\.[0-9]{1,400})(?:[eE][-+]?[0-9]{1,5})?");
    private static final Pattern TIME = Pattern.compile("-?[0-9.]{1,30}(?:[eE][-+]?[0-9]{1,3})?");

    private final String text;
    private int at;

    private SampleLine(String text) {
        this.text = text;
    }

    /** The sample; empty if the line is none. */
    static Optional<Sample> parse(String line) {
        return new SampleLine(line).sample();
    }

    private Optional<Sample> sample() {
        String name = word();
        Map<String, String> labels = new HashMap<>();
        skipBlanks();
        if (peek() == '{') {
            at++;
            Optional<String> quoted = labels(labels);
            if (quoted.isEmpty()) {
                return Optional.empty();
            }
            name = name.isEmpty() ? quoted.get() : name;
        }
        OptionalDouble value = value();
        return name.isEmpty() || value.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sample(name, labels, value.getAsDouble()));
    }

    /**
     * Reads labels up to the closing brace.
     *
     * @return a quoted name that stood among them, or nothing between quotes; empty if they are
     *     broken
     */
    private Optional<String> labels(Map<String, String> labels) {
        String name = "";
        for (int i = 0; i <= MOST_LABELS; i++) {
            skipBlanks();
            if (take('}')) {
                return Optional.of(name);
            }
            boolean isQuoted = peek() == '"';
            Optional<String> label = isQuoted ? quoted() : Optional.of(word());
            skipBlanks();
            if (label.isEmpty() || (!isQuoted && peek() != '=')) {
                return Optional.empty();
            }
            if (take('=')) {
                skipBlanks();
                Optional<String> value = quoted();
                if (value.isEmpty() || labels.put(label.get(), value.get()) != null) {
                    return Optional.empty();
                }
            } else {
                name = label.get();
            }
            skipBlanks();
            if (!take(',') && peek() != '}') {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private OptionalDouble value() {
        String rest = text.substring(at);
        int comment = rest.indexOf(" #");
        String[] parts =
                (comment < 0 ? rest : rest.substring(0, comment)).strip().split("[ \\t]+", 3);
        boolean timed = parts.length == 2 && TIME.matcher(parts[1]).matches();
        return parts.length == 1 || timed ? number(parts[0]) : OptionalDouble.empty();
    }

    /** A number as Prometheus writes it. */
    static OptionalDouble number(String text) {
        return switch (text) {
            case "NaN" -> OptionalDouble.of(Double.NaN);
            case "+Inf", "Inf" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
            case "-Inf" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
            default ->
                    NUMBER.matcher(text).matches()
                            ? OptionalDouble.of(Double.parseDouble(text))
                            : OptionalDouble.empty();
        };
    }

    private String word() {
        int start = at;
        while (at < text.length() && isOfName(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isOfName(char c) {
        return c == '_' || c == ':' || (c < 0x80 && Character.isLetterOrDigit(c));
    }

    private Optional<String> quoted() {
        if (!take('"')) {
            return Optional.empty();
        }
        StringBuilder content = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return Optional.of(content.toString());
            }
            content.append(c == '\\' && at < text.length() ? escaped(text.charAt(at++)) : c);
        }
        return Optional.empty();
    }

    private static String escaped(char c) {
        return switch (c) {
            case 'n' -> "\n";
            case '"', '\\' -> String.valueOf(c);
            default -> "\\" + c;
        };
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\n';
    }

    private boolean take(char wanted) {
        boolean there = at < text.length() && text.charAt(at) == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private void skipBlanks() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }
}
