package dev.cadastre.probe;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Which kind of value a word is; nothing is read as a number that would print differently. */
final class Scalars {

    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,17}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,30}\\.[0-9]{1,30}");

    private Scalars() {}

    /** A value without a type: a version such as 1.10 stays text. */
    static FactValue ofText(String text) {
        if (text.equals("true") || text.equals("false")) {
            return new FactValue.Flag(text.equals("true"));
        }
        return WHOLE.matcher(text).matches()
                ? new FactValue.Whole(Long.parseLong(text))
                : new FactValue.Text(text);
    }

    /** A number that says that it is one; text if it is too large to be calculated with. */
    static FactValue ofNumber(String text) {
        if (WHOLE.matcher(text).matches()) {
            return new FactValue.Whole(Long.parseLong(text));
        }
        return DECIMAL.matcher(text).matches()
                ? new FactValue.Decimal(new BigDecimal(text))
                : new FactValue.Text(text);
    }
}
