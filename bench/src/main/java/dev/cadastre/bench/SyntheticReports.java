package dev.cadastre.bench;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * Reports of hosts that are as alike and as different as those of an estate: two thirds of a host's
 * packages are everybody's, the others come from {@value #NAMES} names and depend on which of
 * {@value #KINDS} kinds it is; one package in eight has one of several versions. The same numbers
 * always make the same report. Immutable.
 */
final class SyntheticReports {

    static final int NAMES = 2_000;
    private static final int KINDS = 20;
    private static final int VERSIONED = 8;
    private static final int VERSIONS = 4;

    private final int packages;

    /** With so many packages each. */
    SyntheticReports(int packages) {
        this.packages = packages;
    }

    static String name(int host) {
        return "host%04d".formatted(host);
    }

    /** A package that every host has. */
    static String everywhere(int number) {
        return packageName(number);
    }

    /**
     * What a host says at the beginning of a period; its packages and services stay the same.
     *
     * @param period numbers the moments at which it is asked
     */
    String of(int host, int period) {
        return of(host, period, HostSections.LISTENERS);
    }

    /** The same with other sockets. */
    String of(int host, int period, String sockets) {
        StringBuilder text = new StringBuilder(packages * 110);
        HostSections.begin(text, host, name(host), period);
        text.append("@section packages-dpkg\n");
        IntStream.range(0, packages).forEach(slot -> line(text, host, slot));
        text.append("@done ok 3 0\n");
        HostSections.sockets(text, sockets);
        return text.append("@end\n").toString();
    }

    private void line(StringBuilder text, int host, int slot) {
        int number = number(host, slot);
        text.append('|')
                .append(packageName(number))
                .append("\tinstalled\tamd64\t")
                .append(version(host, number))
                .append("\tsource")
                .append(number / 3)
                .append("\tDebian Developers of ")
                .append(number / 50)
                .append(" <packages@example.org>\t\n");
    }

    private int number(int host, int slot) {
        int common = packages * 2 / 3;
        if (slot < common) {
            return slot;
        }
        int own = NAMES - common;
        int kind = host % KINDS;
        return common + (kind * own / KINDS + (slot - common)) % own;
    }

    private static String packageName(int number) {
        return "lib%s%04d".formatted(new String(new char[] {letter(number)}), number);
    }

    private static char letter(int number) {
        return (char) ('a' + number % 26);
    }

    private static String version(int host, int number) {
        boolean several = number % VERSIONED == 0;
        int revision = several ? new Random(host * 31L + number).nextInt(VERSIONS) : 0;
        return "1:%d.%d-%d+deb12u1".formatted(number % 9 + 1, number % 31, revision + 1);
    }
}
