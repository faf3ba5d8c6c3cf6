package dev.cadastre.manual;

import java.util.List;

/** A part of a text in Markdown, as far as manuals have such parts. Immutable. */
public sealed interface Block {

    /**
     * A heading.
     *
     * @param level from 1 to 6
     * @param text with the marks inside of it
     */
    record Heading(int level, String text) implements Block {}

    /** Lines that belong together, as one line, with the marks inside of it. */
    record Paragraph(String text) implements Block {}

    /**
     * An item of a list.
     *
     * @param depth how many lists are around its own
     * @param mark what stands before it, {@code -} or {@code 2.}
     */
    record Item(int depth, String mark, String text) implements Block {}

    /**
     * Lines that stay as they are.
     *
     * @param language what follows the opening fence; may be empty
     */
    record Code(String language, List<String> lines) implements Block {
        /** The lines are copied. */
        public Code {
            lines = List.copyOf(lines);
        }
    }

    /** Rows of cells; the first row is the heading. Rows may differ in length. */
    record Table(List<List<String>> rows) implements Block {
        /** The rows are copied. */
        public Table {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }
}
