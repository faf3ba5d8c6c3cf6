package dev.cadastre.plugin;

import java.util.OptionalDouble;

/** A number with its unit behind it. */
final class Quantity {

    private Quantity() {}

    /** The number, whether or not percent signs or the unit follow it. */
    static OptionalDouble number(String text, String unit) {
        int end = Decimal.end(text);
        String rest = text.substring(end);
        return rest.equals(unit) || rest.chars().allMatch(c -> c == '%')
                ? Decimal.parse(text.substring(0, end))
                : OptionalDouble.empty();
    }
}
