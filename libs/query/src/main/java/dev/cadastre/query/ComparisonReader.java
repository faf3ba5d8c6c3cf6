package dev.cadastre.query;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Understands the comparison at the end of a term. */
final class ComparisonReader {
    private final String text;
    private final Problems problems;

    ComparisonReader(String text, Problems problems) {
        this.text = text;
        this.problems = problems;
    }

    /** Null if there is none, or if it does not fit the field, which is noted then. */
    @Nullable Comparison read(Field field, Token.Term term) {
        Piece written = term.operator();
        Piece value = term.operand();
        if (written == null || value == null) {
            return null;
        }
        Operator operator = Operator.of(written.text());
        if (!field.comparisons().exist()) {
            comparisonNotTaken(field, term, written, value);
            return null;
        }
        operator(field, written, operator);
        Operand operand = operand(field, term, written, value);
        return operator == null || operand == null ? null : new Comparison(operator, operand);
    }

    private void comparisonNotTaken(Field field, Token.Term term, Piece operator, Piece value) {
        String negation =
                switch (operator.text()) {
                    case "=", "==" -> "";
                    case "!=", "<>" -> "-";
                    default -> null;
                };
        boolean writable = !value.isMissing() && !term.colon() && fits(field, value);
        String start = text.substring(term.start(), operator.start());
        String meant =
                negation == null || !writable
                        ? null
                        : negation + start + ':' + text.substring(value.start(), value.end());
        problems.add(
                Code.COMPARISON_NOT_TAKEN,
                term.start(),
                term.end(),
                "%s is not compared%s"
                        .formatted(
                                field.name(),
                                meant == null
                                        ? "; give its value behind a colon" + field.forInstance()
                                        : "; did you mean " + Quoting.shown(meant) + "?"),
                meant);
    }

    private static boolean fits(Field field, Piece value) {
        return !(field.names() instanceof Names.Closed closed) || closed.allows(value.pattern());
    }

    private void operator(Field field, Piece written, @Nullable Operator operator) {
        if (operator == null) {
            Operator meant = Operator.meantBy(written.text());
            boolean taken = meant != null && field.comparisons().operators().contains(meant);
            problems.add(
                    Code.UNKNOWN_OPERATOR,
                    written.start(),
                    written.end(),
                    Quoting.shown(written.text())
                            + " is no operator; "
                            + (meant != null && taken
                                    ? "did you mean " + meant.symbol() + "?"
                                    : "use one of " + symbols(field)),
                    meant != null && taken ? meant.symbol() : null);
        } else if (!field.comparisons().operators().contains(operator)) {
            problems.add(
                    Code.OPERATOR_NOT_TAKEN,
                    written.start(),
                    written.end(),
                    "%s is not compared by %s; use one of %s"
                            .formatted(field.name(), operator.symbol(), symbols(field)));
        }
    }

    private static String symbols(Field field) {
        return field.comparisons().operators().stream()
                .map(Operator::symbol)
                .collect(Collectors.joining(" "));
    }

    private @Nullable Operand operand(Field field, Token.Term term, Piece operator, Piece value) {
        if (value.isMissing()) {
            problems.add(
                    Code.NO_VALUE,
                    operator.start(),
                    operator.end(),
                    "no value stands behind this; write one without a space, "
                            + described(field.comparisons().kinds()));
            return null;
        }
        Operand operand =
                field.comparisons().kinds().stream()
                        .map(kind -> Operand.read(kind, value.text()))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        if (operand == null) {
            badOperand(field, value);
            return null;
        }
        boolean text = operand instanceof Operand.Version || operand instanceof Operand.Text;
        if (text && value.hasWildcard()) {
            globCompared(field, term, value);
            return null;
        }
        return operand;
    }

    private void badOperand(Field field, Piece value) {
        List<OperandKind> kinds = field.comparisons().kinds();
        OperandKind kind = kinds.get(0);
        String meant =
                kinds.stream()
                        .flatMap(each -> Stream.ofNullable(OperandReader.meant(each, value.text())))
                        .findFirst()
                        .orElse(null);
        problems.add(
                Code.bad(kind),
                value.start(),
                value.end(),
                "%s cannot be compared with %s; %s"
                        .formatted(
                                field.name(),
                                Quoting.shown(value.text()),
                                meant == null
                                        ? "write " + described(kinds)
                                        : "did you mean " + meant + "?"),
                meant == null ? null : Quoting.value(meant));
    }

    private void globCompared(Field field, Token.Term term, Piece value) {
        boolean single = field.comparisons().subject() == Comparisons.Subject.VALUE;
        Piece operator = term.operator();
        boolean equal = operator != null && operator.text().equals("=");
        String start = operator == null ? "" : text.substring(term.start(), operator.start());
        String meant = single && equal && field.isNamed() ? start + ':' + value.text() : null;
        problems.add(
                Code.GLOB_COMPARED,
                meant == null ? value.start() : term.start(),
                value.end(),
                "a comparison takes no * or ?; "
                        + (meant == null
                                ? "put them in quotes to mean themselves"
                                : "did you mean " + Quoting.shown(meant) + "?"),
                meant == null ? Quoting.quoted(value.text()) : meant);
    }

    private static String described(List<OperandKind> kinds) {
        return kinds.stream().map(OperandKind::description).collect(Collectors.joining(", or "));
    }
}
