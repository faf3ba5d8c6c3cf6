package dev.cadastre.query;

/**
 * A part of a query's text, in code points, which is what a person counts.
 *
 * @param column its first character, counted from 1
 * @param length how many characters it has; at least 1
 */
public record Place(int column, int length) {
    /** The place of a query that was not read from text. */
    public static final Place NONE = new Place(1, 1);

    /** Refuses what is no place. */
    public Place {
        if (column < 1 || length < 1) {
            throw new IllegalArgumentException("No place: " + column + ", " + length);
        }
    }

    /** The place of UTF-16 offsets. */
    static Place of(String text, int start, int end) {
        return new Place(text.codePointCount(0, start) + 1, text.codePointCount(start, end));
    }

    /** Where in the text the place begins, as a UTF-16 offset; its end if it is not so long. */
    public int start(String text) {
        return offset(text, column - 1);
    }

    /** Where in the text the place ends, as a UTF-16 offset; its end if it is not so long. */
    public int end(String text) {
        return offset(text, column - 1 + length);
    }

    private static int offset(String text, int codePoints) {
        return text.codePointCount(0, text.length()) <= codePoints
                ? text.length()
                : text.offsetByCodePoints(0, codePoints);
    }
}
