package dev.cadastre.versions;

import java.util.Arrays;
import java.util.Optional;

/** What a version may be required to be, compared with another one. */
public enum Operator {
    /** {@code <} */
    LESS("<"),
    /** {@code <=} */
    AT_MOST("<="),
    /** {@code =} */
    EQUAL("="),
    /** {@code !=} */
    NOT_EQUAL("!="),
    /** {@code >=} */
    AT_LEAST(">="),
    /** {@code >} */
    GREATER(">");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /** How it is written. */
    public String symbol() {
        return symbol;
    }

    /** The operator that is written so; empty if there is none. */
    public static Optional<Operator> ofSymbol(String symbol) {
        return Arrays.stream(values()).filter(o -> o.symbol.equals(symbol)).findFirst();
    }

    /** Whether it holds of two versions that compare like this, as {@code compare} says it. */
    public boolean holds(int comparison) {
        return switch (this) {
            case LESS -> comparison < 0;
            case AT_MOST -> comparison <= 0;
            case EQUAL -> comparison == 0;
            case NOT_EQUAL -> comparison != 0;
            case AT_LEAST -> comparison >= 0;
            case GREATER -> comparison > 0;
        };
    }
}
