package dev.cadastre.server.search;

import dev.cadastre.query.Problem;
import java.util.List;

/** A text is no query that can be answered. */
public final class QueryRefused extends RuntimeException {

    private final String text;
    private final transient List<Problem> problems;

    /** All that is wrong, in the order of the text. */
    public QueryRefused(String text, List<Problem> problems) {
        super("Refused a query: " + problems);
        this.text = text;
        this.problems = List.copyOf(problems);
    }

    /** One problem, told by a field, which does not know the text. */
    public QueryRefused(Problem problem) {
        this("", List.of(problem));
    }

    /** The text in which the problems were found. */
    public String text() {
        return text;
    }

    /** At least one. */
    public List<Problem> problems() {
        return problems;
    }
}
