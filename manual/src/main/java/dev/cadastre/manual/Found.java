package dev.cadastre.manual;

import java.util.List;

/**
 * A page that a search has found. Immutable.
 *
 * @param parts those of it that have the words, the best first; never empty
 */
public record Found(Page page, List<Part> parts) {

    /** The parts are copied. */
    public Found {
        parts = List.copyOf(parts);
    }

    /**
     * A part of the page.
     *
     * @param anchor by which it is linked
     * @param heading above it
     * @param excerpt some of its text; may be empty
     */
    public record Part(String anchor, List<Piece> heading, List<Piece> excerpt) {
        /** The pieces are copied. */
        public Part {
            heading = List.copyOf(heading);
            excerpt = List.copyOf(excerpt);
        }
    }

    /**
     * A piece of text, without marks of Markdown.
     *
     * @param sought whether it is a word that was asked for
     */
    public record Piece(String text, boolean sought) {}
}
