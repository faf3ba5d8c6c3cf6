package dev.cadastre.query;

/**
 * Something to put at a caret.
 *
 * @param insert what to write in place of the completion's range
 * @param label what to show: a name or value without quotes
 * @param description in one line; empty if there is nothing to say
 */
public record Candidate(Kind kind, String insert, String label, String description) {
    /** What it is. */
    public enum Kind {
        /** A field, or one of its aliases. */
        FIELD,
        /** AND, OR or NOT. */
        KEYWORD,
        /** An operator or a colon. */
        OPERATOR,
        /** A key, a name or an operand. */
        VALUE
    }
}
