package dev.cadastre.parcel.parameters;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Numbers as JSON writes them, exactly, and of a size that nothing takes long to reckon with: an
 * exponent of a billion is four characters to write and gigabytes to spell out.
 */
final class JsonNumbers {

    /** How many characters a number may have. */
    static final int LONGEST = 400;

    private static final int FARTHEST = 308;
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE](?<exponent>[+-]?[0-9]+))?");
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");

    private JsonNumbers() {}

    /** A number; null if it is none, or beyond what is reckoned with. */
    static @Nullable BigDecimal decimal(String text) {
        Matcher number = text.length() > LONGEST ? null : NUMBER.matcher(text);
        if (number == null || !number.matches() || !isNear(number.group("exponent"))) {
            return null;
        }
        BigDecimal decimal = new BigDecimal(text);
        int magnitude = decimal.precision() - decimal.scale();
        boolean near = decimal.signum() == 0 || Math.abs(magnitude) <= FARTHEST + 1;
        return near && decimal.scale() <= FARTHEST ? decimal : null;
    }

    private static boolean isNear(@Nullable String exponent) {
        return exponent == null
                || (exponent.length() <= 4 && Math.abs(Integer.parseInt(exponent)) <= FARTHEST);
    }

    /** A whole number that is written without exponent and decimals. */
    static boolean isWhole(String text) {
        return WHOLE.matcher(text).matches();
    }

    static @Nullable JsonNode read(String text) {
        BigDecimal decimal = decimal(text);
        return decimal == null ? null : node(decimal);
    }

    /** As a whole number wherever it is one, as JSON Schema takes 1.0 for one. */
    static JsonNode node(BigDecimal decimal) {
        BigDecimal number = decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros();
        return number.scale() <= 0
                ? JsonNodeFactory.instance.numberNode(number.toBigIntegerExact())
                : JsonNodeFactory.instance.numberNode(number);
    }
}
