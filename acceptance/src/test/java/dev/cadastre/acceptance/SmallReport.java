package dev.cadastre.acceptance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A report as a host sends it, in the format of docs/formats/report.md. Immutable.
 *
 * @param name what the host calls itself
 * @param machineId the host's machine-id
 * @param at the host's clock
 * @param packages lines of the section packages-dpkg
 * @param facts lines of a plug-in {@code sent.facts}
 */
record SmallReport(
        String name, String machineId, Instant at, List<String> packages, List<String> facts) {

    static SmallReport of(String name, String machineId, Instant at) {
        return new SmallReport(name, machineId, at, List.of(), List.of());
    }

    SmallReport installed(String packageName, String version, String maintainer) {
        List<String> more = new ArrayList<>(packages);
        more.add(line(packageName, version, maintainer));
        return new SmallReport(name, machineId, at, more, facts);
    }

    /** One line of the section packages-dpkg. */
    static String line(String packageName, String version, String maintainer) {
        return String.join(
                "\t", packageName, "installed", "amd64", version, packageName, maintainer, "");
    }

    SmallReport fact(String key, String value) {
        List<String> more = new ArrayList<>(facts);
        more.add(key + "=" + value);
        return new SmallReport(name, machineId, at, packages, more);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("@cadastre-report 1 ").append(at.getEpochSecond()).append('\n');
        text.append("@section identity\n+/etc/machine-id\n|").append(machineId);
        text.append("\n+/proc/sys/kernel/hostname\n|").append(name).append("\n@done ok 0 0\n");
        section(text, "packages-dpkg", packages);
        section(text, "plugin:sent.facts", facts);
        return text.append("@end\n").toString();
    }

    private static void section(StringBuilder text, String section, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append("@section ").append(section).append('\n');
            lines.forEach(line -> text.append('|').append(line).append('\n'));
            text.append("@done ok 0 0\n");
        }
    }
}
