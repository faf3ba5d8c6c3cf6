package dev.cadastre.query;

import org.jspecify.annotations.Nullable;

/** How a comparison compares. */
public enum Operator {
    /** {@code =}. */
    EQUAL("=", "is"),
    /** {@code !=}. */
    NOT_EQUAL("!=", "is not"),
    /** {@code <}. */
    LESS("<", "less than"),
    /** {@code <=}. */
    LESS_OR_EQUAL("<=", "at most"),
    /** {@code >}. */
    GREATER(">", "more than"),
    /** {@code >=}. */
    GREATER_OR_EQUAL(">=", "at least");

    private final String symbol;
    private final String description;

    Operator(String symbol, String description) {
        this.symbol = symbol;
        this.description = description;
    }

    /** As it is written in a query. */
    public String symbol() {
        return symbol;
    }

    /** In words, such as {@code at least}. */
    public String description() {
        return description;
    }

    /** Whether it asks for the order of its sides rather than for equality. */
    public boolean isOrdering() {
        return this != EQUAL && this != NOT_EQUAL;
    }

    static @Nullable Operator of(String symbol) {
        for (Operator operator : values()) {
            if (operator.symbol.equals(symbol)) {
                return operator;
            }
        }
        return null;
    }

    /** What somebody means who writes an operator of another language. */
    static @Nullable Operator meantBy(String symbol) {
        return switch (symbol) {
            case "==", "===" -> EQUAL;
            case "<>", "!==", "=!=" -> NOT_EQUAL;
            case "=>" -> GREATER_OR_EQUAL;
            case "=<" -> LESS_OR_EQUAL;
            case "<<" -> LESS;
            case ">>" -> GREATER;
            default -> null;
        };
    }
}
