package dev.cadastre.query;

import java.util.List;

/**
 * Reads queries over certain fields, and helps to write them. The grammar stands with the package.
 * Immutable, so any number of threads may share one.
 *
 * <p>Any text may be given, however hostile: nothing is thrown, and time and memory grow with its
 * length up to the bounds, not beyond.
 */
public final class QueryLanguage {
    /** How many characters a query may have, in code points. */
    public static final int LONGEST = 4_096;

    /** How deep negations and parentheses may be inside each other. */
    public static final int DEEPEST = 50;

    /** How many terms a query may have. */
    public static final int MOST_TERMS = 200;

    private final Fields fields;

    /** The language of these fields. */
    public QueryLanguage(Fields fields) {
        this.fields = fields;
    }

    /** The fields that queries may use. */
    public Fields fields() {
        return fields;
    }

    /**
     * Reads a query; blanks alone are one too, which asks for everything. Tells all problems at
     * once, save that a text that is too long or has control characters is not looked at any
     * further.
     */
    public Parsed parse(String text) {
        Problems problems = new Problems(text);
        boundsOf(text, problems);
        Query query =
                problems.count() == 0 ? Parser.query(text, fields, problems) : Query.everything();
        return problems.count() == 0
                ? new Parsed.Complete(query)
                : new Parsed.Refused(problems.list());
    }

    /**
     * What may stand at a place of a text that is still being written, and may be broken in any
     * way.
     *
     * @param caret a UTF-16 offset; one outside of the text is taken for its nearer end, one inside
     *     of a character for its beginning
     * @param source knows the values that this language does not, such as the names of packages
     */
    public Completion complete(String text, int caret, ValueSource source) {
        return Completer.complete(fields, text, caret, source);
    }

    private static void boundsOf(String text, Problems problems) {
        if (isTooLong(text)) {
            problems.add(
                    Code.TOO_LONG,
                    text.offsetByCodePoints(0, LONGEST),
                    text.length(),
                    "a query has at most " + LONGEST + " characters; shorten it by these");
            return;
        }
        int at = 0;
        while (at < text.length() && !problems.isFull()) {
            int end = at + Character.charCount(text.codePointAt(at));
            if (Characters.isForbidden(text.codePointAt(at))) {
                problems.add(
                        Code.CONTROL_CHARACTER,
                        at,
                        end,
                        "the character U+%04X cannot be seen; write a space instead"
                                .formatted(text.codePointAt(at)),
                        " ");
            }
            at = end;
        }
    }

    static boolean isTooLong(String text) {
        return text.length() > LONGEST && text.codePointCount(0, text.length()) > LONGEST;
    }

    /** Reads a query without asking what its fields are; for the completion. */
    static List<Token> tokens(String text) {
        return Lexer.tokens(text, new Problems(text));
    }
}
