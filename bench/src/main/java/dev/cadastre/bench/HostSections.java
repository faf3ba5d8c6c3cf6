package dev.cadastre.bench;

import java.util.Locale;

/** What made hosts say of themselves besides their packages, as the probe prints it. */
final class HostSections {

    private static final long HOST_TIME = 1_795_000_000L;
    private static final int PERIOD_SECONDS = 300;

    private HostSections() {}

    /**
     * The beginning of a report: what the host is.
     *
     * @param host numbers the hosts
     * @param period numbers the moments at which it is asked
     */
    static void begin(StringBuilder text, int host, String name, int period) {
        long time = HOST_TIME + (long) period * PERIOD_SECONDS;
        text.append("@cadastre-report 1 ").append(time).append('\n');
        section(text, "identity", identity(host, name));
        section(text, "system", system(period));
        section(text, "hardware", HARDWARE);
        section(text, "network", network(host));
    }

    /** What listens there. */
    static void sockets(StringBuilder text) {
        sockets(text, LISTENERS);
    }

    /** Its sockets. */
    static void sockets(StringBuilder text, String sockets) {
        section(text, "sockets", sockets);
    }

    /** That the host has nothing of the kind. */
    static void absent(StringBuilder text, String name) {
        text.append("@section ").append(name).append("\n@done absent 0 100\n");
    }

    private static void section(StringBuilder text, String name, String lines) {
        text.append("@section ").append(name).append('\n');
        text.append(lines).append("@done ok 0 0\n");
    }

    private static String identity(int host, String name) {
        return """
        +/etc/machine-id
        |%032x
        +/proc/sys/kernel/hostname
        |%s
        """
                .formatted(host + 1, name);
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
        |2: eth0    inet %s/8 brd 10.255.255.255 scope global eth0
        """
                .formatted(address(host));
    }

    static String address(int host) {
        return "10.%d.%d.%d".formatted(host / 62_500, host / 250 % 250, host % 250 + 1);
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

    /** What listens where nobody speaks. */
    static final String LISTENERS =
            """
            +/proc/net
            |tcp 00000000:0016 00000000:0000 0A 0 1046904 717 sshd
            |tcp 00000000:1F90 00000000:0000 0A 1000 1046911 727 java
            """;
}
