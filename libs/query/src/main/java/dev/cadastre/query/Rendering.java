package dev.cadastre.query;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;

/** Shows a problem below its place. */
final class Rendering {
    private static final int WIDEST = 70;
    private static final int BEFORE = 30;
    private static final Set<Character.UnicodeScript> WIDE =
            EnumSet.of(
                    Character.UnicodeScript.HAN,
                    Character.UnicodeScript.HIRAGANA,
                    Character.UnicodeScript.KATAKANA,
                    Character.UnicodeScript.HANGUL);

    private Rendering() {}

    static String of(Problem problem, String query) {
        int[] all = query.codePoints().map(Quoting::visible).toArray();
        int column = Math.min(problem.column() - 1, all.length);
        int start = all.length <= WIDEST ? 0 : Math.max(0, column - BEFORE);
        int end = Math.min(all.length, start + WIDEST);
        String before = start > 0 ? "…" : "";
        String line = before + new String(all, start, end - start) + (end < all.length ? "…" : "");
        int carets = Math.max(1, width(all, column, Math.min(end, column + problem.length())));
        return line
                + '\n'
                + " ".repeat(before.length() + width(all, start, column))
                + "^".repeat(carets)
                + " %s [%s]".formatted(problem.message(), problem.code());
    }

    private static int width(int[] codePoints, int start, int end) {
        return IntStream.range(start, end).map(at -> width(codePoints[at])).sum();
    }

    /** How many cells a terminal gives the character; near enough for what hosts are called. */
    private static int width(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean emoji = codePoint >= 0x1F300 && codePoint <= 0x1FAFF;
        boolean full = codePoint >= 0xFF01 && codePoint <= 0xFF60;
        return emoji || full || WIDE.contains(Character.UnicodeScript.of(codePoint)) ? 2 : 1;
    }
}
