package dev.cadastre.plugin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Divides performance data into pieces, and reads each. For one text only. */
final class PerfdataReader {
    /** Labels of this form are addresses, whose colons divide nothing. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]++(?:%.*+)?+");

    private static final Pattern DIGIT = Pattern.compile("[0-9]");

    private final String text;
    private final Problems problems = new Problems();
    private final MetricReader fields = new MetricReader(problems);
    private final Map<String, Metric> metrics = new LinkedHashMap<>();
    private String prefix = "";

    PerfdataReader(String text) {
        this.text = text;
    }

    Perfdata read() {
        int at = nextPiece(0);
        while (at < text.length()) {
            int equals = text.charAt(at) == '\'' ? afterQuotedLabel(at) : afterLabel(at);
            int end = pieceEnd(equals < 0 ? at : equals);
            if (equals < 0) {
                String piece = text.substring(at, end);
                problems.add(
                        "perfdata.label",
                        piece,
                        Quoted.of(piece) + " has no label with = behind it");
            } else {
                piece(label(at, equals), equals, at, end);
            }
            at = nextPiece(end);
        }
        return new Perfdata(metrics.values().stream().toList(), problems.list());
    }

    private void piece(String label, int equals, int from, int end) {
        String piece = text.substring(from, end);
        if (label.isBlank()) {
            problems.add("perfdata.label", piece, Quoted.of(piece) + " has an empty label");
            return;
        }
        fields.read(prefixed(label), text.substring(equals + 1, end), piece)
                .ifPresent(metric -> add(metric, piece));
    }

    private void add(Metric metric, String piece) {
        if (metrics.putIfAbsent(metric.label(), metric) != null) {
            problems.add(
                    "perfdata.repeated",
                    piece,
                    Quoted.of(metric.label()) + " is there a second time");
        }
    }

    /** check_multi names a check before its first metric only: {@code disk::root=5 home=6}. */
    private String prefixed(String label) {
        int colons = label.lastIndexOf("::");
        if (colons < 0) {
            return prefix + label;
        }
        boolean divides = colons > 0 && colons + 2 < label.length() && !isAddress(label);
        if (divides) {
            prefix = label.substring(0, colons + 2);
        }
        return label;
    }

    private static boolean isAddress(String label) {
        return ADDRESS.matcher(label).matches() && DIGIT.matcher(label).find();
    }

    private String label(int from, int equals) {
        return text.charAt(from) == '\''
                ? text.substring(from + 1, equals - 1).replace("''", "'")
                : text.substring(from, equals);
    }

    /** The place of the = behind a label in quotes; -1 if there is none. */
    private int afterQuotedLabel(int from) {
        int at = from + 1;
        while (at < text.length()) {
            if (text.charAt(at) != '\'') {
                at++;
            } else if (is(at + 1, '\'')) {
                at += 2;
            } else {
                return is(at + 1, '=') ? at + 1 : -1;
            }
        }
        return -1;
    }

    private int afterLabel(int from) {
        int at = from;
        while (at < text.length() && !blank(at)) {
            if (text.charAt(at) == '=') {
                return at;
            }
            at++;
        }
        return -1;
    }

    private boolean is(int at, char wanted) {
        return at < text.length() && text.charAt(at) == wanted;
    }

    private int nextPiece(int from) {
        int at = from;
        while (at < text.length() && blank(at)) {
            at++;
        }
        return at;
    }

    private int pieceEnd(int from) {
        int at = from;
        while (at < text.length() && !blank(at)) {
            at++;
        }
        return at;
    }

    private boolean blank(int at) {
        return Character.isWhitespace(text.charAt(at));
    }
}
