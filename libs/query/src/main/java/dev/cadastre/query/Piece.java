package dev.cadastre.query;

/**
 * A part of a term.
 *
 * @param start its first character as a UTF-16 offset, an opening quote included
 * @param end the offset behind its last character, a closing quote included
 * @param text what it says, without quotes and escapes
 * @param closed false only for a quote that never ends
 */
record Piece(int start, int end, String text, boolean quoted, boolean closed) {
    static Piece word(String source, int start, int end) {
        return new Piece(start, end, source.substring(start, end), false, true);
    }

    boolean isMissing() {
        return start == end;
    }

    boolean hasWildcard() {
        return !quoted && Pattern.hasWildcard(text);
    }

    Pattern pattern() {
        return quoted ? Pattern.literal(text) : Pattern.of(text);
    }
}
