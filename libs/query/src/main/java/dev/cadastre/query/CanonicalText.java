package dev.cadastre.query;

import java.util.List;
import java.util.stream.Collectors;

/** Writes queries. */
final class CanonicalText {
    private CanonicalText() {}

    static String of(Query query) {
        if (query instanceof Query.And and) {
            return join(and.parts(), " ");
        }
        if (query instanceof Query.Or or) {
            return join(or.parts(), " OR ");
        }
        if (query instanceof Query.Not not) {
            return '-' + part(not.negated(), not.negated() instanceof Query.And);
        }
        if (query instanceof Query.FreeText text) {
            return words(text.words());
        }
        return query instanceof Query.Match match ? match(match) : "";
    }

    private static String join(List<Query> parts, String by) {
        return parts.stream().map(part -> part(part, false)).collect(Collectors.joining(by));
    }

    /** AND binds closer than OR, so it is an OR that needs parentheses anywhere. */
    private static String part(Query query, boolean closed) {
        if (query instanceof Query.Everything) {
            return Pattern.ANYTHING.text();
        }
        return closed || query instanceof Query.Or ? '(' + of(query) + ')' : of(query);
    }

    private static String match(Query.Match match) {
        StringBuilder text = new StringBuilder(match.field().name());
        Pattern key = match.key();
        if (key != null) {
            text.append('.').append(key.isLiteral() ? Quoting.key(key.text()) : key.text());
        }
        if (!match.names().isEmpty()) {
            text.append(':');
            text.append(
                    match.names().stream().map(Pattern::toString).collect(Collectors.joining(",")));
        }
        return match.comparison() == null
                ? text.toString()
                : text.append(match.comparison()).toString();
    }

    private static String words(List<Pattern> words) {
        return words.stream()
                .map(word -> word.isLiteral() ? Quoting.freeText(word.text()) : word.text())
                .collect(Collectors.joining(","));
    }

    /** Literals can be quoted; a glob cannot, and must not look like something else. */
    static boolean isFreeText(List<Pattern> words) {
        boolean apart = words.stream().allMatch(CanonicalText::isKey);
        Pattern first = words.get(0);
        boolean everything = words.size() == 1 && first.equals(Pattern.ANYTHING);
        return apart && !everything && (first.isLiteral() || !first.text().startsWith("-"));
    }

    /** Whether the pattern can be written where a colon would end it. */
    static boolean isKey(Pattern pattern) {
        return pattern.isLiteral() ? !pattern.text().isEmpty() : pattern.text().indexOf(':') < 0;
    }
}
