package dev.cadastre.query;

/** The end of a term such as {@code <3.0.14}. */
public record Comparison(Operator operator, Operand operand) {
    /** As it is written in a query. */
    @Override
    public String toString() {
        return operator.symbol() + operand;
    }
}
