package dev.cadastre.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The reports of a large estate's hosts, as the probe prints them. Thread-safe. */
final class LargeEstateReports {

    private static final long HOST_TIME = 1_795_000_000L;
    private static final int PERIOD_SECONDS = 300;

    private final LargeEstate estate;
    private final byte[][] lines = new byte[LargeEstate.DISTINCT][];

    LargeEstateReports(LargeEstate estate) {
        this.estate = estate;
        LargeEstate.all().forEach(installed -> lines[installed] = line(installed));
    }

    /**
     * All that a host says.
     *
     * @param period numbers the moments at which it is asked
     */
    byte[] whole(int host, int period) {
        ByteArrayOutputStream report = new ByteArrayOutputStream(LargeEstate.PACKAGES * 110);
        text(report, head(host, period));
        text(report, "@section packages-dpkg\n");
        for (short installed : estate.packages(host)) {
            report.writeBytes(lines[installed]);
        }
        text(report, "@done ok 3 0\n@end\n");
        return report.toByteArray();
    }

    /** What a host says whose packages are proved to be those of the report before. */
    byte[] unchanged(int host, int period) {
        ByteArrayOutputStream report = new ByteArrayOutputStream(2_048);
        text(report, head(host, period));
        text(report, "@end\n");
        return report.toByteArray();
    }

    private static void text(ByteArrayOutputStream report, String text) {
        report.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String head(int host, int period) {
        long seconds = (long) period * PERIOD_SECONDS;
        return """
        @cadastre-report 1 %d
        @section identity
        +/etc/machine-id
        |%032x
        +/proc/sys/kernel/hostname
        |%s
        @done ok 0 0
        @section system
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
        |0.%02d 0.58 0.33 1/924 32040
        @done ok 0 0
        @section hardware
        +/proc/cpuinfo
        |processor	: 0
        |model name	: AMD EPYC
        |processor	: 1
        |model name	: AMD EPYC
        +/proc/meminfo
        |MemTotal:       24684092 kB
        |MemFree:        19976168 kB
        @done ok 0 0
        @section network
        +ip
        |2: eth0    inet 10.%d.%d.%d/8 brd 10.255.255.255 scope global eth0
        @done ok 0 0
        @section sockets
        +/proc/net
        |tcp 00000000:0016 00000000:0000 0A 0 1046904 717 sshd
        |tcp 00000000:1F90 00000000:0000 0A 1000 1046911 727 java
        @done ok 0 0
        """
                .formatted(
                        HOST_TIME + seconds,
                        host + 1,
                        LargeEstate.host(host),
                        5_000L + seconds,
                        period % 100,
                        host / 62_500,
                        host / 250 % 250,
                        host % 250 + 1);
    }

    private static byte[] line(int installed) {
        int name = installed / LargeEstate.VERSIONS;
        return "|%s\tinstalled\tamd64\t%s\tsource%d\tDebian Developers of %d <packages@example.org>\t\n"
                .formatted(
                        LargeEstate.packageName(installed),
                        LargeEstate.version(installed),
                        name / 3,
                        name / 50)
                .getBytes(StandardCharsets.UTF_8);
    }
}
