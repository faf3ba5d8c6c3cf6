package dev.cadastre.ini;

import java.util.List;

/** What substitution made of a value. */
public sealed interface Expansion {
    /**
     * Everything could be substituted.
     *
     * @param text the value
     * @param origins where the value and all that was put into it were written, the value itself
     *     first, each place once
     */
    record Complete(String text, List<Origin> origins) implements Expansion {
        /** Keeps a copy of the origins. */
        public Complete {
            origins = List.copyOf(origins);
        }
    }

    /**
     * Something could not be substituted, so there is no value.
     *
     * @param problems why, at least one
     */
    record Failed(List<Problem> problems) implements Expansion {
        /** Keeps a copy of the problems. */
        public Failed {
            problems = List.copyOf(problems);
        }
    }
}
