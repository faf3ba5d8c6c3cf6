package dev.cadastre.bench;

import java.util.Locale;
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
    private static final long HOST_TIME = 1_795_000_000L;
    private static final int PERIOD_SECONDS = 300;

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
        StringBuilder text = new StringBuilder(packages * 110);
        long time = HOST_TIME + (long) period * PERIOD_SECONDS;
        text.append("@cadastre-report 1 ").append(time).append('\n');
        section(text, "identity", identity(host));
        section(text, "system", system(period));
        section(text, "hardware", HARDWARE);
        section(text, "network", network(host));
        text.append("@section packages-dpkg\n");
        IntStream.range(0, packages).forEach(slot -> line(text, host, slot));
        text.append("@done ok 3 0\n");
        section(text, "sockets", SOCKETS);
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

    private static void section(StringBuilder text, String name, String lines) {
        text.append("@section ").append(name).append('\n');
        text.append(lines).append("@done ok 0 0\n");
    }

    private static String identity(int host) {
        return """
        +/etc/machine-id
        |%032x
        +/proc/sys/kernel/hostname
        |%s
        """
                .formatted(host + 1, name(host));
    }

    private static String system(int period) {
        return """
        +/etc/os-release
        |PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
        |NAME="Debian GNU/Linux"
        |VERSION_ID="12"
        |ID=debian
        +/proc/sys/kernel/osrelease
        |6.1.0-37-amd64
        +uname
        |x86_64
        +/proc/uptime
        |%d.00 100.00
        +/proc/loadavg
        |%s 0.58 0.33 1/924 32040
        """
                .formatted(
                        5_000L + (long) period * PERIOD_SECONDS,
                        String.format(Locale.ROOT, "0.%02d", period % 100));
    }

    private static String network(int host) {
        return """
        +ip
        |2: eth0    inet 10.%d.%d.%d/8 brd 10.255.255.255 scope global eth0
        """
                .formatted(host / 62_500, host / 250 % 250, host % 250 + 1);
    }

    private static final String HARDWARE =
            """
            +/proc/cpuinfo
            |processor	: 0
            |model name	: AMD EPYC
            |processor	: 1
            |model name	: AMD EPYC
            +/proc/meminfo
            |MemTotal:       24684092 kB
            |MemFree:        19976168 kB
            """;

    private static final String SOCKETS =
            """
            +/proc/net
            |tcp 00000000:0016 00000000:0000 0A 0 1046904 717 sshd
            |tcp 00000000:1F90 00000000:0000 0A 1000 1046911 727 java
            """;
}
