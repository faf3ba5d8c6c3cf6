package dev.cadastre.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The reports of a large estate's hosts, as the probe prints them. Thread-safe. */
final class LargeEstateReports {

    private static final List<String> ABSENT =
            List.of(
                    "storage",
                    "storage-usage",
                    "packages-rpm",
                    "packages-apk",
                    "packages-python",
                    "packages-npm",
                    "daemons",
                    "runtimes");

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
        text(report, "@done ok 3 0 " + stamp(host) + "\n@end\n");
        return report.toByteArray();
    }

    /** What a host says whose packages are those of the report before, as the server knows. */
    byte[] unchanged(int host, int period) {
        ByteArrayOutputStream report = new ByteArrayOutputStream(2_048);
        text(report, head(host, period));
        text(report, "@section packages-dpkg\n@done unchanged 0 102 " + stamp(host) + "\n@end\n");
        return report.toByteArray();
    }

    /** Stands for the packages that the host has. */
    private String stamp(int host) {
        return Integer.toHexString(Arrays.hashCode(estate.packages(host)));
    }

    private static void text(ByteArrayOutputStream report, String text) {
        report.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String head(int host, int period) {
        StringBuilder text = new StringBuilder();
        HostSections.begin(text, host, LargeEstate.host(host), period);
        HostSections.sockets(text);
        ABSENT.forEach(section -> HostSections.absent(text, section));
        return text.toString();
    }

    private static byte[] line(int installed) {
        int name = installed / LargeEstate.VERSIONS;
        return "|%s\tinstalled\tamd64\t%s\t%s\tDebian Developers of %d <packages@example.org>\t\n"
                .formatted(
                        LargeEstate.packageName(installed),
                        LargeEstate.version(installed),
                        LargeEstate.source(installed),
                        name / 50)
                .getBytes(StandardCharsets.UTF_8);
    }
}
