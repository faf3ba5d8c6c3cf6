package dev.cadastre.probe;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kernel's release name, taken apart: {@code 6.1.0-25} and {@code amd64}.
 *
 * @param name the whole
 * @param version the part that grows
 * @param flavour what kernels must share to succeed each other
 */
record KernelRelease(String name, String version, String flavour) {

    private static final Pattern PARTS = Pattern.compile("([0-9].{0,100}[0-9])[-.]([A-Za-z].*)");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern FILE =
            Pattern.compile("(?:/boot/vmlinuz-|/lib/modules/)([^/]+)(?:/vmlinuz)?");

    static Optional<KernelRelease> parse(String name) {
        Matcher matcher = PARTS.matcher(name);
        return matcher.matches()
                ? Optional.of(new KernelRelease(name, matcher.group(1), matcher.group(2)))
                : Optional.empty();
    }

    /** The newest of the installed kernels, given by their files, that would succeed this one. */
    static Optional<String> newest(String running, List<String> files) {
        return parse(running)
                .flatMap(now ->
                        files.stream()
                                .map(FILE::matcher)
                                .filter(Matcher::matches)
                                .flatMap(matcher -> parse(matcher.group(1)).stream())
                                .filter(kernel -> kernel.succeeds(now))
                                .max(Comparator.comparing(KernelRelease::version, ORDER))
                                .map(KernelRelease::name));
    }

    boolean succeeds(KernelRelease other) {
        return flavour.equals(other.flavour) && ORDER.compare(version, other.version) > 0;
    }

    /** Compares the runs of digits; the rest names distributions and does not order. */
    private static final Comparator<String> ORDER =
            (left, right) -> {
                List<BigInteger> a = numbers(left);
                List<BigInteger> b = numbers(right);
                for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
                    int order = a.get(i).compareTo(b.get(i));
                    if (order != 0) {
                        return order;
                    }
                }
                return Integer.compare(a.size(), b.size());
            };

    private static List<BigInteger> numbers(String text) {
        return DIGITS.matcher(text).results().map(run -> new BigInteger(run.group())).toList();
    }
}
