package dev.cadastre.probe;

import java.math.BigDecimal;
import java.util.List;

/** The value of a fact: one scalar or a list of texts; nothing nests. */
public sealed interface FactValue {

    /** The value as a person reads it, and as it is compared with text. */
    String text();

    /** Some text, free of control characters. */
    record Text(String text) implements FactValue {}

    /** A whole number; sizes are bytes, durations are seconds. */
    record Whole(long value) implements FactValue {
        @Override
        public String text() {
            return Long.toString(value);
        }
    }

    /** A number with a fraction. */
    record Decimal(BigDecimal value) implements FactValue {
        @Override
        public String text() {
            return value.toPlainString();
        }
    }

    /** Yes or no. */
    record Flag(boolean value) implements FactValue {
        @Override
        public String text() {
            return Boolean.toString(value);
        }
    }

    /** Several texts in the order in which the host told them. */
    record Items(List<String> values) implements FactValue {
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String text() {
            return String.join(", ", values);
        }
    }
}
