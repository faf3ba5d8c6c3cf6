package dev.cadastre.parcel.parameters;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a parameter has been set to. Two values are equal if templates would not see a difference.
 * Immutable. Whether it is a secret is not known here: {@link EffectiveValue} knows.
 */
public sealed interface Value {

    /** As it stands in templates: numbers without exponents, members divided by commas. */
    String text();

    /**
     * A text.
     *
     * @param text without control characters other than tabs and line ends
     */
    record Text(String text) implements Value {}

    /**
     * A whole number.
     *
     * @param number of at most 309 digits
     */
    record Whole(BigInteger number) implements Value {
        @Override
        public String text() {
            return number.toString();
        }
    }

    /**
     * A number that may have decimals.
     *
     * @param number without zeros at its end
     */
    record Decimal(BigDecimal number) implements Value {

        /** Brings it into its one form. */
        public Decimal {
            number = number.stripTrailingZeros();
        }

        @Override
        public String text() {
            return number.toPlainString();
        }
    }

    /**
     * Yes or no.
     *
     * @param isSet whether it is yes
     */
    record Flag(boolean isSet) implements Value {
        @Override
        public String text() {
            return Boolean.toString(isSet);
        }
    }

    /**
     * Values in their order.
     *
     * @param members none of which has members
     */
    record Items(List<Value> members) implements Value {

        /** Keeps a copy. */
        public Items {
            members = List.copyOf(members);
        }

        @Override
        public String text() {
            return members.stream().map(Value::text).collect(Collectors.joining(","));
        }
    }
}
