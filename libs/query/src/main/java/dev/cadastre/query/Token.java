package dev.cadastre.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the grammar joins; both offsets are UTF-16. */
sealed interface Token {
    int start();

    int end();

    /** A keyword, a parenthesis or a minus. */
    record Symbol(Kind kind, int start, int end) implements Token {
        boolean is(Kind wanted) {
            return kind == wanted;
        }
    }

    enum Kind {
        OPEN,
        CLOSE,
        MINUS,
        AND,
        OR,
        NOT;

        static Kind of(Keyword keyword) {
            return switch (keyword) {
                case AND -> AND;
                case OR -> OR;
                case NOT -> NOT;
            };
        }
    }

    /**
     * A term as it is written; whether there are such fields and values is not known yet.
     *
     * @param field null for free text
     * @param colon whether there is a colon behind field and key; the values of free text have none
     * @param broken whether a problem was noted, so that its values may not be what was meant
     */
    record Term(
            int start,
            int end,
            @Nullable Piece field,
            @Nullable Piece key,
            boolean colon,
            List<Piece> values,
            @Nullable Piece operator,
            @Nullable Piece operand,
            boolean broken)
            implements Token {
        /** The part that is written last. */
        Piece last() {
            if (operand != null) {
                return operand;
            }
            if (!values.isEmpty()) {
                return values.get(values.size() - 1);
            }
            if (key != null) {
                return key;
            }
            if (field != null) {
                return field;
            }
            throw new IllegalStateException("A term without parts");
        }
    }
}
