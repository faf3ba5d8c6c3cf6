package dev.cadastre.server.web.page.chart;

import dev.cadastre.plugin.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** How measured values are written for people: {@code 41.2 %}, {@code 1.5 GiB}, {@code 12 ms}. */
public final class Amounts {

    private static final List<String> BYTES = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB");
    private static final double KIBI = 1024;
    private static final double THOUSAND = 1e4;
    private static final MathContext DIGITS = new MathContext(3);

    private final Unit unit;

    private Amounts(Unit unit) {
        this.unit = unit;
    }

    /** Of values in a unit; those of a counter are rates. */
    public static Amounts of(Unit unit) {
        return new Amounts(unit);
    }

    /**
     * How values of some size are written.
     *
     * @param divisor what they are divided by
     * @param suffix what stands behind
     */
    record Scale(double divisor, String suffix) {

        String text(double value) {
            return number(value / divisor) + suffix;
        }
    }

    /** One value, in the unit that suits it best. */
    public String text(double value) {
        return scale(Math.abs(value)).text(value);
    }

    /** For values up to that size. */
    Scale scale(double size) {
        return switch (unit.kind()) {
            case PERCENT -> new Scale(1, " %");
            case BYTES -> bytes(size * unit.factor());
            case TIME -> time(size * unit.factor());
            case COUNTER -> plain(size, "/s");
            case NONE -> plain(size, "");
            case OTHER -> new Scale(1, " " + unit.text());
        };
    }

    private Scale bytes(double size) {
        int power = 0;
        double divisor = 1;
        while (size >= divisor * KIBI && power < BYTES.size() - 1) {
            divisor *= KIBI;
            power++;
        }
        return new Scale(divisor / unit.factor(), " " + BYTES.get(power));
    }

    private Scale time(double seconds) {
        if (seconds >= 172_800) {
            return new Scale(86_400 / unit.factor(), " days");
        }
        if (seconds >= 7_200) {
            return new Scale(3_600 / unit.factor(), " h");
        }
        if (seconds >= 120) {
            return new Scale(60 / unit.factor(), " min");
        }
        if (seconds >= 1 || seconds == 0) {
            return new Scale(1 / unit.factor(), " s");
        }
        return seconds >= 1e-3
                ? new Scale(1e-3 / unit.factor(), " ms")
                : new Scale(1e-6 / unit.factor(), " µs");
    }

    private static Scale plain(double size, String behind) {
        if (size >= 1e9) {
            return new Scale(1e9, " G" + behind);
        }
        if (size >= 1e6) {
            return new Scale(1e6, " M" + behind);
        }
        return new Scale(1, behind.isEmpty() ? "" : " " + behind);
    }

    /** Three digits, or all before the point, with a thin space between thousands. */
    private static String number(double value) {
        if (Math.abs(value) >= THOUSAND && Math.abs(value) < 1e15) {
            return String.format(Locale.ROOT, "%,d", Math.round(value)).replace(',', '\u2009');
        }
        if (Math.abs(value) >= 1_000) {
            return Long.toString(Math.round(value));
        }
        String text = new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
        return text.equals("-0") ? "0" : text;
    }
}
