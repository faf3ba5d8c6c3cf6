package dev.cadastre.query;

import java.util.List;

/** What came of reading a text. */
public sealed interface Parsed {
    /** The text is a query. */
    record Complete(Query query) implements Parsed {}

    /**
     * The text is none.
     *
     * @param problems all that is wrong with it, at least one and at most 50, in the order of the
     *     text
     */
    record Refused(List<Problem> problems) implements Parsed {
        /** Keeps a copy. */
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
