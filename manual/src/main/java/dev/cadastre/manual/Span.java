package dev.cadastre.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A stretch of a line that looks the same throughout.
 *
 * @param text without marks
 * @param kind how it looks
 */
public record Span(String text, Kind kind) {

    /** How a text is marked. */
    public enum Kind {
        PLAIN,
        STRONG,
        CODE
    }

    /** Marks that are farther apart than this are none, so that no text takes long. */
    private static final int FARTHEST = 500;

    private static final String STRONG_MARK = "**";

    /**
     * The stretches of a line in Markdown. Links are their texts and pictures what stands for them;
     * a mark without its other end stays as it is.
     */
    public static List<Span> of(String line) {
        List<Span> spans = new ArrayList<>();
        read(line, false, spans);
        return List.copyOf(spans);
    }

    /** A line in Markdown without its marks. */
    public static String plain(String line) {
        return of(line).stream().map(Span::text).collect(Collectors.joining());
    }

    private static void read(String line, boolean within, List<Span> spans) {
        var text = new StringBuilder();
        boolean strong = within;
        int next = 0;
        while (next < line.length()) {
            char each = line.charAt(next);
            int end = end(line, next);
            if (end < 0) {
                int from = each == '\\' && marks(line, next + 1) ? next + 1 : next;
                int to = each == '`' ? next + run(line, next) : from + 1;
                text.append(line, from, to);
                next = to;
                continue;
            }
            add(spans, text, strong);
            if (each == '`') {
                int marks = run(line, next);
                String code = line.substring(next + marks, end - marks);
                spans.add(new Span(code, Kind.CODE));
            } else if (each == '*') {
                strong = !strong;
            } else {
                int open = each == '!' ? next + 2 : next + 1;
                read(line.substring(open, closing(line, open)), strong, spans);
            }
            next = end;
        }
        add(spans, text, strong);
    }

    private static void add(List<Span> spans, StringBuilder text, boolean strong) {
        if (!text.isEmpty()) {
            spans.add(new Span(text.toString(), strong ? Kind.STRONG : Kind.PLAIN));
            text.setLength(0);
        }
    }

    private static boolean marks(String line, int at) {
        return at < line.length() && "\\`*_[]()|<>#!".indexOf(line.charAt(at)) >= 0;
    }

    /** Where the mark that begins here ends, with what is between; negative if none begins. */
    private static int end(String line, int at) {
        return switch (line.charAt(at)) {
            case '`' -> endOfCode(line, at);
            case '*' -> line.startsWith(STRONG_MARK, at) ? at + STRONG_MARK.length() : -1;
            case '[' -> endOfLink(line, at + 1);
            case '!' -> line.startsWith("[", at + 1) ? endOfLink(line, at + 2) : -1;
            default -> -1;
        };
    }

    private static int run(String line, int at) {
        int end = at;
        int last = Math.min(line.length(), at + FARTHEST);
        while (end < last && line.charAt(end) == '`') {
            end++;
        }
        return end - at;
    }

    private static int endOfCode(String line, int at) {
        int marks = run(line, at);
        int last = Math.min(line.length(), at + FARTHEST);
        int next = at + marks;
        while (next < last) {
            int found = run(line, next);
            if (found == marks) {
                return next + found;
            }
            next += Math.max(found, 1);
        }
        return -1;
    }

    private static int endOfLink(String line, int open) {
        int close = closing(line, open);
        if (close < 0 || !line.startsWith("](", close)) {
            return -1;
        }
        int end = line.indexOf(')', close);
        int blank = line.indexOf(' ', close);
        boolean hasBlank = blank >= 0 && blank < end;
        return end < 0 || end - close > FARTHEST || hasBlank ? -1 : end + 1;
    }

    /**
     * The bracket that closes what was opened before, past those in code; negative if none does.
     */
    private static int closing(String line, int open) {
        int last = Math.min(line.length(), open + FARTHEST);
        int next = open;
        while (next < last) {
            char each = line.charAt(next);
            if (each == ']') {
                return next;
            }
            int code = each == '`' ? endOfCode(line, next) : -1;
            next = code > 0 ? code : next + 1;
        }
        return -1;
    }
}
