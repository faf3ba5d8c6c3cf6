package dev.cadastre.server.search;

import dev.cadastre.ini.Spelling;
import dev.cadastre.query.Parsed;
import dev.cadastre.query.Pattern;
import dev.cadastre.query.Place;
import dev.cadastre.query.Problem;
import dev.cadastre.query.Query;
import dev.cadastre.query.QueryLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts what saved queries ask for in the place of the terms that mention them. What comes of a
 * saved query has the place of the term in the text, which is all that its reader sees. However the
 * saved ones mention each other, the work is bounded as that of one query is.
 */
final class SavedExpansion {

    /** How many saved queries may mention one another in a row. */
    private static final int DEEPEST = 10;

    private final QueryLanguage language;
    private final NavigableMap<String, String> saved;
    private final List<Problem> problems = new ArrayList<>();
    private int terms;

    SavedExpansion(QueryLanguage language, NavigableMap<String, String> saved) {
        this.language = language;
        this.saved = saved;
    }

    /**
     * The query with all that it mentions.
     *
     * @param text what it was read from
     * @param name by which it is or will be known itself; null if by none
     * @throws QueryRefused if it mentions one that there is not, or itself on whatever way
     */
    Query of(String text, Query query, @Nullable String name) {
        Query expanded = expanded(query, name == null ? List.of() : List.of(name), null);
        if (!problems.isEmpty()) {
            throw new QueryRefused(text, problems.stream().sorted(Problem.BY_PLACE).toList());
        }
        return expanded;
    }

    /**
     * @param within the saved queries that this is a part of, the outermost first
     * @param outer the term of the text that led here; null in the text itself
     */
    private Query expanded(Query query, List<String> within, Query.@Nullable Match outer) {
        return switch (query) {
            case Query.Everything everything -> everything;
            case Query.And(List<Query> parts) -> Query.allOf(expanded(parts, within, outer));
            case Query.Or(List<Query> parts) -> Query.anyOf(expanded(parts, within, outer));
            case Query.Not(Query negated) -> new Query.Not(expanded(negated, within, outer));
            case Query.FreeText text ->
                    outer == null ? text : new Query.FreeText(text.words(), counted(outer));
            case Query.Match match when SavedField.isAskedBy(match) ->
                    mentioned(match, within, outer == null ? match : outer);
            case Query.Match match -> outer == null ? match : placed(match, counted(outer));
        };
    }

    private List<Query> expanded(
            List<Query> parts, List<String> within, Query.@Nullable Match outer) {
        return parts.stream().map(part -> expanded(part, within, outer)).toList();
    }

    private Place counted(Query.Match outer) {
        terms++;
        return outer.place();
    }

    private static Query placed(Query.Match match, Place place) {
        return new Query.Match(
                match.field(), match.key(), match.names(), match.comparison(), place);
    }

    private Query mentioned(Query.Match match, List<String> within, Query.Match outer) {
        List<Query> found = new ArrayList<>();
        for (Pattern pattern : match.names()) {
            List<String> names = named(pattern).toList();
            if (names.isEmpty()) {
                unknown(pattern, match, within, outer);
            }
            names.forEach(name -> found.add(definition(name, within, outer)));
        }
        return found.isEmpty() ? Query.everything() : Query.anyOf(found);
    }

    private Stream<String> named(Pattern pattern) {
        return pattern.isLiteral()
                ? Stream.of(pattern.text()).filter(saved::containsKey)
                : saved.keySet().stream().filter(pattern::matches);
    }

    private Query definition(String name, List<String> within, Query.Match outer) {
        terms++;
        if (within.contains(name)) {
            String way = String.join(" → ", within.subList(within.indexOf(name), within.size()));
            refuse(
                    "query.saved-circle",
                    outer,
                    "the saved query %s mentions itself: %s → %s".formatted(name, way, name));
            return Query.everything();
        }
        if (within.size() >= DEEPEST || terms > QueryLanguage.MOST_TERMS) {
            refuse(
                    "query.saved-too-large",
                    outer,
                    "with all saved queries that it mentions this is more than %d terms, or deeper than %d"
                            .formatted(QueryLanguage.MOST_TERMS, DEEPEST));
            return Query.everything();
        }
        return switch (language.parse(saved.getOrDefault(name, ""))) {
            case Parsed.Complete(Query query) ->
                    expanded(
                            query, Stream.concat(within.stream(), Stream.of(name)).toList(), outer);
            case Parsed.Refused(List<Problem> wrong) -> {
                refuse(
                        "query.saved-broken",
                        outer,
                        "the saved query %s cannot be answered: %s"
                                .formatted(name, wrong.getFirst().message()));
                yield Query.everything();
            }
        };
    }

    private void unknown(
            Pattern pattern, Query.Match match, List<String> within, Query.Match outer) {
        String text = pattern.text();
        if (!match.equals(outer)) {
            refuse(
                    "query.unknown-saved",
                    outer,
                    "the saved query %s mentions '%s', and none is called so"
                            .formatted(within.getLast(), text));
            return;
        }
        String close = Spelling.closest(text, saved.keySet());
        problems.add(
                new Problem(
                        "query.unknown-saved",
                        match.place(),
                        "no saved query is called '%s'".formatted(text)
                                + (close == null ? "" : "; did you mean " + close + "?"),
                        close == null ? null : instead(match, pattern, close)));
    }

    private static String instead(Query.Match match, Pattern wrong, String right) {
        List<Pattern> names =
                match.names().stream()
                        .map(name -> name.equals(wrong) ? Pattern.literal(right) : name)
                        .toList();
        return new Query.Match(match.field(), null, names, null, match.place()).toString();
    }

    /** Once for each term: what else is wrong behind it, its reader sees after that. */
    private void refuse(String code, Query.Match outer, String message) {
        if (problems.stream().noneMatch(problem -> problem.place().equals(outer.place()))) {
            problems.add(new Problem(code, outer.place(), message, null));
        }
    }
}
