package dev.cadastre.cli.text;

/**
 * What may go to a terminal as it is. Everything that hosts report is foreign text: control
 * characters could move the cursor or rename the window, direction marks could make a name look
 * like another.
 */
public final class Printable {

    private Printable() {}

    /** Whether a terminal shows {@code codePoint} and does nothing else. */
    public static boolean is(int codePoint) {
        if (codePoint >= ' ' && codePoint < 0x7f) {
            return true;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    /**
     * {@code text} with everything else written as {@code \}{@code x1b} or {@code \}{@code u202e}.
     */
    public static String escape(String text) {
        if (text.codePoints().allMatch(Printable::is)) {
            return text;
        }
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(codePoint -> append(safe, codePoint));
        return safe.toString();
    }

    private static void append(StringBuilder safe, int codePoint) {
        if (is(codePoint)) {
            safe.appendCodePoint(codePoint);
        } else if (codePoint <= 0xff) {
            safe.append("\\x%02x".formatted(codePoint));
        } else if (codePoint <= 0xffff) {
            safe.append("\\u%04x".formatted(codePoint));
        } else {
            safe.append("\\U%08x".formatted(codePoint));
        }
    }

    /** How many columns of a terminal {@code text} takes, which must be printable. */
    public static int width(String text) {
        return text.codePoints().map(Printable::width).sum();
    }

    private static int width(int codePoint) {
        if (codePoint < 0x300) {
            return 1;
        }
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            default -> isWide(codePoint) ? 2 : 1;
        };
    }

    /** The blocks whose East Asian width (Unicode's annex 11) is wide or full, and emoji. */
    private static boolean isWide(int codePoint) {
        return between(codePoint, 0x1100, 0x115f)
                || between(codePoint, 0x2e80, 0x303e)
                || between(codePoint, 0x3041, 0xa4cf)
                || between(codePoint, 0xa960, 0xa97f)
                || between(codePoint, 0xac00, 0xd7a3)
                || between(codePoint, 0xf900, 0xfaff)
                || between(codePoint, 0xfe30, 0xfe6f)
                || between(codePoint, 0xff01, 0xff60)
                || between(codePoint, 0xffe0, 0xffe6)
                || between(codePoint, 0x1f300, 0x1f64f)
                || between(codePoint, 0x1f680, 0x1f6ff)
                || between(codePoint, 0x1f900, 0x1faff)
                || between(codePoint, 0x20000, 0x3fffd);
    }

    private static boolean between(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }
}
