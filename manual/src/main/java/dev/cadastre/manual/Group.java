package dev.cadastre.manual;

import java.util.List;

/**
 * What is for one kind of reader. Immutable.
 *
 * @param reader who that is, {@code Operator}
 * @param about what that reader wants, without marks; may be empty
 * @param entries what to read, in this order
 */
public record Group(String reader, String about, List<Entry> entries) {

    /** The entries are copied. */
    public Group {
        entries = List.copyOf(entries);
    }

    /**
     * Something to read.
     *
     * @param summary what it is about, without marks; may be empty
     */
    public record Entry(Page page, String summary) {}
}
