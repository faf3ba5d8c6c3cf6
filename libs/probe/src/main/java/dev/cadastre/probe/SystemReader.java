package dev.cadastre.probe;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands operating system, kernel, boot and load. */
final class SystemReader implements SectionReader {

    private static final Pattern RED_HAT_RELEASE =
            Pattern.compile(
                    "(\\S[^0-9]{0,80}?)\\s+release\\s+([0-9][0-9.]{0,20})(?:\\s+\\((.*)\\))?");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,6})?");
    private static final long LATEST_SECOND = 253_402_300_799L;

    @Override
    public void read(SectionText text, Findings findings) {
        operatingSystem(text, findings);
        findings.state("kernel.release", text.first("/proc/sys/kernel/osrelease"));
        findings.state("kernel.arch", text.first("uname"));
        findings.state("timezone", text.first("/etc/timezone"));
        boot(text, findings);
        load(text, findings);
        reboot(text, findings);
    }

    private static void operatingSystem(SectionText text, Findings findings) {
        OsRelease release =
                OsRelease.parse(
                        text.has("/etc/os-release")
                                ? text.lines("/etc/os-release")
                                : text.lines("/usr/lib/os-release"));
        String id = release.value("ID");
        Matcher redHat = RED_HAT_RELEASE.matcher(orEmpty(text.first("/etc/redhat-release")));
        if (id == null && redHat.matches()) {
            findings.state("os.id", redHatId(redHat.group(1)));
            findings.state("os.version", redHat.group(2));
            findings.state("os.name", text.first("/etc/redhat-release"));
            findings.state("os.codename", redHat.group(3));
            return;
        }
        findings.state("os.id", id);
        findings.state("os.like", release.value("ID_LIKE"));
        findings.state("os.version", version(release.value("VERSION_ID"), text));
        findings.state("os.name", release.value("PRETTY_NAME"));
        findings.state("os.codename", release.value("VERSION_CODENAME"));
    }

    private static String redHatId(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("red hat") ? "rhel" : lower.split(" ", 2)[0];
    }

    /** os-release stops at the major version where a file of the distribution's own goes on. */
    private static @Nullable String version(@Nullable String versionId, SectionText text) {
        String known = orEmpty(versionId);
        String finer = orEmpty(text.first("/etc/debian_version"));
        if (!known.isEmpty() && finer.startsWith(known + ".")) {
            return finer;
        }
        Matcher redHat = RED_HAT_RELEASE.matcher(orEmpty(text.first("/etc/redhat-release")));
        return redHat.matches() && redHat.group(2).startsWith(known + ".")
                ? redHat.group(2)
                : versionId;
    }

    private static void boot(SectionText text, Findings findings) {
        findings.state("boot.id", text.first("/proc/sys/kernel/random/boot_id"));
        String line = orEmpty(text.first("/proc/stat"));
        OptionalLong second = Numbers.whole(line.replaceFirst("^btime ", ""));
        if (second.isPresent() && second.getAsLong() <= LATEST_SECOND) {
            // The kernel derives it from the clock, so it moves when the clock is set.
            String time = Instant.ofEpochSecond(second.getAsLong()).toString();
            findings.fact("boot.time", new FactValue.Text(time), Fact.Kind.MEASURE);
        }
        String uptime = orEmpty(text.first("/proc/uptime")).split("[. ]", 2)[0];
        findings.measure("uptime", Numbers.whole(uptime));
    }

    private static void load(SectionText text, Findings findings) {
        String[] words = orEmpty(text.first("/proc/loadavg")).split(" ", -1);
        List<String> names = List.of("load.1", "load.5", "load.15");
        for (int i = 0; i < Math.min(names.size(), words.length); i++) {
            if (DECIMAL.matcher(words[i]).matches()) {
                findings.measure(names.get(i), new BigDecimal(words[i]));
            }
        }
    }

    private static void reboot(SectionText text, Findings findings) {
        String reason =
                text.has("/run/reboot-required") || text.has("/var/run/reboot-required")
                        ? "The system says so in /run/reboot-required"
                        : newerKernel(text);
        findings.state("reboot.needed", reason != null);
        findings.state("reboot.reason", reason);
    }

    private static @Nullable String newerKernel(SectionText text) {
        String running = orEmpty(text.first("/proc/sys/kernel/osrelease"));
        return KernelRelease.newest(running, text.lines("kernels"))
                .map(newest -> "Kernel " + newest + " is installed and " + running + " runs")
                .orElse(null);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
