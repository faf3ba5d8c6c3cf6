package dev.cadastre.cli.share;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where something listens, as people write it: {@code ADDRESS}, {@code ADDRESS:PORT}, {@code
 * [ADDRESS]:PORT}.
 *
 * @param host a name or an address, without brackets
 * @param port 0 for one that is free
 */
record ListenAddress(String host, int port) {

    private static final Pattern FORM =
            Pattern.compile(
                    "(?:\\[([0-9a-fA-F:.%a-z]+)]|([A-Za-z0-9.-]+))(?::([0-9]{1,5}))?|([0-9a-fA-F:]+)");
    private static final int LAST = 65_535;

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is none
     */
    static ListenAddress parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("%s is no address".formatted(text));
        }
        String host = first(matcher.group(1), matcher.group(2), matcher.group(4));
        String port = first(matcher.group(3), "0");
        if (Integer.parseInt(port) > LAST) {
            throw new IllegalArgumentException("%s is no port".formatted(port));
        }
        return new ListenAddress(host, Integer.parseInt(port));
    }

    private static String first(String... texts) {
        for (String text : texts) {
            if (text != null) {
                return text;
            }
        }
        return "";
    }
}
