package dev.cadastre.server.web.api;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What the probe prints on a small Debian host; docs/formats/report.md says how. */
public final class ReportText {

    private final String name;
    private final Map<String, String> packages = new TreeMap<>();
    private Instant at = Instant.now();
    private String done = "ok 1 0";

    public ReportText(String name) {
        this.name = name;
    }

    public ReportText has(String packageName, String version) {
        packages.put(packageName, version);
        return this;
    }

    public ReportText at(Instant at) {
        this.at = at;
        return this;
    }

    /** Its packages are known by that stamp. */
    ReportText stamped(String stamp) {
        done = "ok 1 0 " + stamp;
        return this;
    }

    /** Its packages are those that had that stamp. */
    ReportText unchanged(String stamp) {
        done = "unchanged 0 102 " + stamp;
        return this;
    }

    @Override
    public String toString() {
        var text = new StringBuilder("@cadastre-report 1 " + at.getEpochSecond() + "\n");
        section(text, "identity", "+/proc/sys/kernel/hostname\n|" + name + "\n");
        section(
                text,
                "system",
                """
                +/etc/os-release
                |ID=debian
                |VERSION_ID="12"
                |PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
                +/proc/sys/kernel/osrelease
                |6.1.0-40-amd64
                """);
        var lines = new StringBuilder();
        packages.forEach((each, version) ->
                lines.append(
                        "|%s\tinstalled\tamd64\t%s\t\tDebian\tDebian\n".formatted(each, version)));
        text.append("@section packages-dpkg\n").append(lines).append("@done ").append(done);
        text.append('\n');
        return text.append("@end\n").toString();
    }

    private static void section(StringBuilder text, String section, String content) {
        text.append("@section ").append(section).append('\n').append(content);
        text.append("@done ok 1 0\n");
    }
}
