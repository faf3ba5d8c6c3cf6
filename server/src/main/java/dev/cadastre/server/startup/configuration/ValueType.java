package dev.cadastre.server.startup.configuration;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the value of a setting must be. Pure.
 *
 * @param name as the reference names it
 * @param refusal why a value is none of this type, as half a sentence after the value; empty if it
 *     is one
 * @param forSpring the same value as Spring reads it
 */
record ValueType(
        String name, Function<String, Optional<String>> refusal, UnaryOperator<String> forSpring) {

    private static final int MOST_DIGITS = 9;
    private static final int MOST_PORT = 0xFFFF;
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})(B|KB|MB|GB|TB)");
    private static final List<String> UNITS = List.of("B", "KB", "MB", "GB", "TB");
    private static final Pattern LINE_BREAKS = Pattern.compile("\\s*,?\\s*\\n\\s*");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+");

    /** Any text of one line. */
    static final ValueType TEXT = of("text", value -> true, "");

    /** A name without blanks. */
    static final ValueType NAME =
            of("name", HOST.asMatchPredicate(), "is no name of letters, digits, '.', '_' and '-'");

    /** The part of the name of a variable after {@code CADASTRE_SECRET_}. */
    static final ValueType SECRET_NAME =
            of(
                    "name of a variable",
                    Pattern.compile("[A-Z][A-Z0-9_]*").asMatchPredicate(),
                    "is not the end of the name of a variable CADASTRE_SECRET_NAME, of capitals,"
                            + " digits and '_'");

    /** Yes or no. */
    static final ValueType SWITCH = choice("true", "false");

    /** A TCP port. */
    static final ValueType PORT =
            of(
                    "port",
                    value -> isNumber(value) && within(value, 1, MOST_PORT),
                    "is no port from 1 to 65535");

    /** A file or folder. */
    static final ValueType PATH =
            of("path", value -> value.startsWith("/"), "does not begin with '/'");

    /** An IP address, or a name of this machine. */
    static final ValueType ADDRESS =
            of("address", ValueType::isAddress, "is no address, such as 127.0.0.1 or ::");

    /** {@code http} or {@code https}. */
    static final ValueType URL =
            of("URL", ValueType::isHttp, "is no http or https URL without a user");

    /** Texts with commas or line breaks between them. */
    static final ValueType LIST =
            new ValueType("list", value -> Optional.empty(), ValueType::withCommas);

    /** Addresses with commas or line breaks between them. */
    static final ValueType ADDRESSES =
            new ValueType(
                    "list of IP addresses",
                    value ->
                            Arrays.stream(withCommas(value).split(",", -1))
                                    .map(String::strip)
                                    .filter(one -> !isLiteral(one))
                                    .findFirst()
                                    .map("has '%s', which is no IP address"::formatted),
                    ValueType::withCommas);

    /** The URL of a PostgreSQL for JDBC, with no password in it. */
    static final ValueType JDBC =
            of(
                    "JDBC URL",
                    value -> value.startsWith("jdbc:postgresql:"),
                    "is no URL such as jdbc:postgresql://db.example.com/cadastre?user=cadastre");

    /** One of some words. */
    static ValueType choice(String... words) {
        return of(
                String.join(" or ", words),
                List.of(words)::contains,
                "is not " + String.join(" or ", words));
    }

    /** A whole number that is no less. */
    static ValueType number(int least) {
        return of(
                "number",
                value -> isNumber(value) && within(value, least, Integer.MAX_VALUE),
                "is no number, of at most nine digits, from %d on".formatted(least));
    }

    /** A time with its unit that is no shorter. */
    static ValueType duration(String least) {
        return of(
                "duration",
                value ->
                        DURATION.matcher(value).matches()
                                && duration(DURATION, value).compareTo(duration(DURATION, least))
                                        >= 0,
                "is no time of %s or more, such as 90s, 5m, 12h or 400d".formatted(least));
    }

    /** Bytes with their unit, which Spring reads as a number. */
    static ValueType size() {
        return new ValueType(
                "size",
                value ->
                        refused(
                                SIZE.matcher(value).matches() && bytes(value) <= Integer.MAX_VALUE,
                                "is no size below 2 GB, such as 512KB or 32MB"),
                value -> Long.toString(bytes(value)));
    }

    /** Bytes with their unit, which Spring reads as such. */
    static ValueType largeSize() {
        return of("size", SIZE.asMatchPredicate(), "is no size such as 500MB or 10GB");
    }

    private static ValueType of(String name, Predicate<String> fits, String why) {
        return new ValueType(
                name,
                value -> refused(fits.test(value) && !value.contains("\n"), why),
                UnaryOperator.identity());
    }

    private static Optional<String> refused(boolean fits, String why) {
        return fits ? Optional.empty() : Optional.of(why);
    }

    private static boolean isNumber(String value) {
        return value.length() <= MOST_DIGITS
                && !value.isEmpty()
                && value.chars().allMatch(one -> one >= '0' && one <= '9');
    }

    private static boolean within(String value, int least, int most) {
        int number = Integer.parseInt(value);
        return number >= least && number <= most;
    }

    private static Duration duration(Pattern pattern, String value) {
        Matcher read = pattern.matcher(value);
        if (!read.matches()) {
            throw new IllegalArgumentException(value);
        }
        long count = Long.parseLong(read.group(1));
        return switch (read.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    private static long bytes(String value) {
        Matcher read = SIZE.matcher(value);
        if (!read.matches()) {
            throw new IllegalArgumentException(value);
        }
        return Long.parseLong(read.group(1)) << (10 * UNITS.indexOf(read.group(2)));
    }

    private static boolean isHttp(String value) {
        try {
            URI url = new URI(value);
            return url.getHost() != null
                    && url.getUserInfo() == null
                    && List.of("http", "https").contains(url.getScheme().toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isAddress(String value) {
        return isLiteral(value) || HOST.matcher(value).matches();
    }

    private static boolean isLiteral(String value) {
        try {
            InetAddress.ofLiteral(value);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String withCommas(String value) {
        return LINE_BREAKS.matcher(value.strip()).replaceAll(",");
    }
}
