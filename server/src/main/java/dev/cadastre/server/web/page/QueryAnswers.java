package dev.cadastre.server.web.page;

import dev.cadastre.query.Completion;
import dev.cadastre.query.Pattern;
import dev.cadastre.query.Query;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.search.Queries;
import dev.cadastre.server.search.QueryRefused;
import dev.cadastre.server.web.api.QueryRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what the page of hosts shows of its query. */
@Component
class QueryAnswers {

    private static final String PACKAGE = "pkg";
    private static final List<String> ALWAYS = List.of("env", "os", "group", "kernel");

    private final Queries queries;

    QueryAnswers(Queries queries) {
        this.queries = queries;
    }

    /**
     * What belongs to a query.
     *
     * @throws QueryRefused if it is none
     */
    QueryAnswer answer(HostListPages.Filter filter, Reach reach) {
        String by = Objects.requireNonNullElse(HostListPages.Filter.filled(filter.by()), "");
        String text = Objects.requireNonNullElse(filter.q(), "");
        return new QueryAnswer(
                List.of(),
                by,
                choices(by, queries.parse(text)),
                by.isEmpty()
                        ? null
                        : QueryRecords.counts(
                                queries.count(narrowed(text, filter), by, filter.moment(), reach)));
    }

    /**
     * The fields that most ask for, the versions of each package that the query names, and what is
     * asked for.
     */
    private static List<String> choices(String by, Query query) {
        Stream<String> packages =
                query.terms()
                        .filter(Query.Match.class::isInstance)
                        .map(Query.Match.class::cast)
                        .filter(match -> match.field().name().equals(PACKAGE))
                        .flatMap(match -> match.names().stream())
                        .filter(Pattern::isLiteral)
                        .map(name -> PACKAGE + ":" + name.text());
        Stream<String> asked = Stream.of(by).filter(choice -> !choice.isEmpty());
        return Stream.of(ALWAYS.stream(), packages, asked)
                .flatMap(choices -> choices)
                .distinct()
                .toList();
    }

    /** The query with what else narrows the list. */
    private static String narrowed(String text, HostListPages.Filter filter) {
        List<String> terms = new ArrayList<>();
        terms.add(text.isBlank() ? "*" : "(" + text + ")");
        term(terms, "env", filter.environment());
        term(terms, "group", filter.group());
        if (filter.failing()) {
            terms.add("outcome:failing");
        }
        return String.join(" ", terms);
    }

    private static void term(List<String> terms, String field, @Nullable String value) {
        String filled = HostListPages.Filter.filled(value);
        if (filled != null) {
            String quoted = filled.replace("\\", "\\\\").replace("\"", "\\\"");
            terms.add(field + ":\"" + quoted + '"');
        }
    }

    /** What to show in place of hosts. */
    QueryAnswer refused(QueryRefused refused) {
        return new QueryAnswer(
                refused.problems().stream().map(problem -> problem.render(refused.text())).toList(),
                "",
                ALWAYS,
                null);
    }

    /** The query as it would read with each thing that may follow, and what that is. */
    List<Offered> offered(String text, Reach reach) {
        Completion completion = queries.complete(text, text.length(), reach);
        return completion.candidates().stream()
                .map(candidate ->
                        new Offered(
                                completion.accept(text, candidate),
                                candidate.description().isEmpty()
                                        ? candidate.label()
                                        : candidate.label() + ": " + candidate.description()))
                .toList();
    }
}
