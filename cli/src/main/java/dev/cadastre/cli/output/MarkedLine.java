package dev.cadastre.cli.output;

import dev.cadastre.cli.text.Printable;
import dev.cadastre.manual.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A line of Markdown, taken apart into words that are not broken. */
final class MarkedLine {

    private final List<Word> words = new ArrayList<>();

    /** {@code colours} has code and what is strong in bold; without them code keeps its marks. */
    MarkedLine(String markdown, boolean colours) {
        var word = new Word();
        for (Span span : Span.of(markdown)) {
            word = add(span, colours, word);
        }
        end(word);
    }

    /** What stands between two blanks, its stretches painted or not. */
    private static final class Word {
        private final StringBuilder shown = new StringBuilder();
        private int width;

        void append(String text, Mark mark) {
            if (!text.isEmpty()) {
                shown.append(mark.paint(text));
                width += Printable.width(text);
            }
        }
    }

    private Word add(Span span, boolean colours, Word begun) {
        boolean isCode = span.kind() == Span.Kind.CODE;
        Mark mark = colours && span.kind() != Span.Kind.PLAIN ? Mark.HEADING : Mark.NONE;
        String text = Printable.escape(span.text());
        Word word = begun;
        boolean first = true;
        for (String part : (isCode && !colours ? "`" + text + "`" : text).split(" ", -1)) {
            if (!first) {
                end(word);
                word = new Word();
            }
            word.append(part, mark);
            first = false;
        }
        return word;
    }

    private void end(Word word) {
        if (word.width > 0) {
            words.add(word);
        }
    }

    /** All of it on one line. */
    String bare() {
        return words.stream().map(word -> word.shown.toString()).collect(Collectors.joining(" "));
    }

    /** How many columns it takes on one line. */
    int width() {
        return words.stream().mapToInt(word -> word.width + 1).sum() - (words.isEmpty() ? 0 : 1);
    }

    /** As many lines as it takes; a word that is wider than all of them has one of its own. */
    List<String> wrapped(int most) {
        return fitted(most).stream().map(Fitted::text).toList();
    }

    /**
     * One of the lines.
     *
     * @param width how many columns it takes
     */
    record Fitted(String text, int width) {
        static final Fitted EMPTY = new Fitted("", 0);
    }

    /** The same lines with their widths. */
    List<Fitted> fitted(int most) {
        List<Fitted> lines = new ArrayList<>();
        var line = new StringBuilder();
        int used = 0;
        for (Word word : words) {
            if (used > 0 && used + 1 + word.width > most) {
                lines.add(new Fitted(line.toString(), used));
                line.setLength(0);
                used = 0;
            }
            line.append(used > 0 ? " " : "").append(word.shown);
            used += (used > 0 ? 1 : 0) + word.width;
        }
        if (used > 0) {
            lines.add(new Fitted(line.toString(), used));
        }
        return lines;
    }

    /** How wide the widest word is. */
    int widestWord() {
        return words.stream().mapToInt(word -> word.width).max().orElse(0);
    }
}
