package dev.cadastre.server.estate;

import dev.cadastre.probe.Transport;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A port together with its protocol.
 *
 * @param number 1 to 65535
 * @param protocol TCP or UDP
 */
public record Port(int number, Transport protocol) implements Comparable<Port> {
    private static final int MOST = 65_535;
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,4})-(tcp|udp)");
    private static final Comparator<Port> ORDER =
            Comparator.comparingInt(Port::number).thenComparing(Port::protocol);

    /** Reads what {@link #toString} writes; empty if the text is no such port. */
    public static Optional<Port> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(matcher.group(1));
        return Arrays.stream(Transport.values())
                .filter(protocol -> number <= MOST && word(protocol).equals(matcher.group(2)))
                .map(protocol -> new Port(number, protocol))
                .findAny();
    }

    /** By number, then protocol. */
    @Override
    public int compareTo(Port other) {
        return ORDER.compare(this, other);
    }

    /** As services are named: {@code 5432-tcp}. */
    @Override
    public String toString() {
        return number + "-" + word(protocol);
    }

    private static String word(Transport protocol) {
        return protocol.name().toLowerCase(Locale.ROOT);
    }
}
