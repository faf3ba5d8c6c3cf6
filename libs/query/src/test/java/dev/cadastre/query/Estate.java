package dev.cadastre.query;

import java.util.List;
import java.util.stream.Collectors;

/** The fields of an estate, and trees over them written in a way that shows their shape. */
final class Estate {
    static final Fields FIELDS =
            Fields.of(
                    Field.named("env", "hosts of an environment")
                            .withAliases("environment")
                            .withNames(Names.OPEN)
                            .withExample("env:prod"),
                    Field.named("group", "hosts of a group").withNames(Names.OPEN),
                    Field.named("pkg", "hosts with a package")
                            .withAliases("package")
                            .withNames(Names.OPEN)
                            .withComparisons(Comparisons.ofNamed(OperandKind.VERSION))
                            .withExample("pkg:openssl<3.0.14"),
                    Field.named("os", "hosts with an operating system")
                            .withNames(Names.OPEN)
                            .withComparisons(Comparisons.ofNamed(OperandKind.VERSION)),
                    Field.named("fact", "hosts by a fact")
                            .withKey()
                            .withNames(Names.OPEN)
                            .withComparisons(
                                    Comparisons.ofValue(OperandKind.NUMBER, OperandKind.VERSION))
                            .withExample("fact.memory.total>8GiB"),
                    Field.named("cpu", "how busy the processors are")
                            .withComparisons(Comparisons.ofValue(OperandKind.NUMBER))
                            .withExample("cpu>80%"),
                    Field.named("seen", "since when a host was not seen")
                            .withComparisons(
                                    Comparisons.ofValue(OperandKind.DURATION)
                                            .by(Operator.LESS, Operator.GREATER))
                            .withExample("seen>1d"),
                    Field.named("changed", "when a host changed")
                            .withComparisons(Comparisons.ofValue(OperandKind.TIME)),
                    Field.named("port", "what listens")
                            .withNames(Names.OPEN)
                            .withComparisons(Comparisons.ofValue(OperandKind.NUMBER)),
                    Field.named("state", "whether a host answers")
                            .withNames(Names.oneOf("up", "down", "unreachable")),
                    Field.named("label", "hosts with a label")
                            .withKey()
                            .withNames(Names.OPEN)
                            .withComparisons(
                                    Comparisons.ofValue(OperandKind.TEXT)
                                            .by(Operator.EQUAL, Operator.NOT_EQUAL)));

    static final QueryLanguage LANGUAGE = new QueryLanguage(FIELDS);

    private Estate() {}

    static Query query(String text) {
        Parsed parsed = LANGUAGE.parse(text);
        if (parsed instanceof Parsed.Complete complete) {
            return complete.query();
        }
        throw new AssertionError(text + ": " + parsed);
    }

    static List<Problem> problems(String text) {
        return LANGUAGE.parse(text) instanceof Parsed.Refused refused
                ? refused.problems()
                : List.of();
    }

    /** {@code (and (env prod) (pkg openssl < Version 3.0.14))}; globs in slashes. */
    static String shape(Query query) {
        if (query instanceof Query.And and) {
            return shape("and", and.parts());
        }
        if (query instanceof Query.Or or) {
            return shape("or", or.parts());
        }
        if (query instanceof Query.Not not) {
            return shape("not", List.of(not.negated()));
        }
        if (query instanceof Query.FreeText text) {
            return "(text" + shapes(text.words()) + ")";
        }
        if (query instanceof Query.Match match) {
            String key = match.key() == null ? "" : "." + shape(match.key());
            String comparison = match.comparison() == null ? "" : shape(match.comparison());
            return "(" + match.field().name() + key + shapes(match.names()) + comparison + ")";
        }
        return "everything";
    }

    private static String shape(String joint, List<Query> parts) {
        String inner = parts.stream().map(Estate::shape).collect(Collectors.joining(" "));
        return "(" + joint + " " + inner + ")";
    }

    private static String shapes(List<Pattern> patterns) {
        return patterns.stream().map(p -> " " + shape(p)).collect(Collectors.joining());
    }

    private static String shape(Pattern pattern) {
        return pattern.isLiteral() ? "[" + pattern.text() + "]" : "/" + pattern.text() + "/";
    }

    private static String shape(Comparison comparison) {
        return " " + comparison.operator().symbol() + " " + shape(comparison.operand());
    }

    private static String shape(Operand operand) {
        String kind = operand.getClass().getSimpleName() + " ";
        if (operand instanceof Operand.Quantity number) {
            return kind + number.value().toPlainString() + " " + number.unit();
        }
        if (operand instanceof Operand.Span span) {
            return kind + span.duration();
        }
        if (operand instanceof Operand.Moment moment) {
            return kind + moment.instant();
        }
        return kind + operand.text();
    }
}
