package dev.cadastre.change.run;

import java.util.regex.Pattern;

/**
 * A number of hosts, or a share of them.
 *
 * @param number more than nothing; of percents, 100 at most
 * @param percent whether it is a share
 */
public record Amount(int number, boolean percent) {

    private static final Pattern FORM = Pattern.compile("[0-9]{1,6}%?");

    /** Checks it. */
    public Amount {
        if (number < 1 || (percent && number > 100)) {
            throw new IllegalArgumentException(
                    "a number of hosts is 1 at least, and a share is 1%% to 100%%, not %d%s"
                            .formatted(number, percent ? "%" : ""));
        }
    }

    /**
     * Reads {@code 5} or {@code 25%}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static Amount parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "a number of hosts is written 5, or 25%% for a share of them, not %s"
                            .formatted(text));
        }
        boolean percent = text.endsWith("%");
        String number = percent ? text.substring(0, text.length() - 1) : text;
        return new Amount(Integer.parseInt(number), percent);
    }

    /** How many of so many that is; 1 at least. */
    int of(int hosts) {
        long share = percent ? (long) hosts * number / 100 : number;
        return (int) Math.max(1, share);
    }

    /** As it is written. */
    @Override
    public String toString() {
        return number + (percent ? "%" : "");
    }
}
