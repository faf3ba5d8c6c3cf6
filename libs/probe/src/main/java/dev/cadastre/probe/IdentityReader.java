package dev.cadastre.probe;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands the section that tells a host from all others. */
final class IdentityReader implements SectionReader {

    private static final Pattern MACHINE_ID = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern INSTANCE_ID =
            Pattern.compile("\"instance[-_]id\"\\s*:\\s*\"([^\"]{1,200})\"");
    private static final int MOST_KEYS = 20;

    @Override
    public void read(SectionText text, Findings findings) {
        String hostname = Placeholder.removed(text.first("/proc/sys/kernel/hostname"));
        findings.identity(
                new Identity(
                        machineId(text),
                        sshHostKeys(text),
                        matching(UUID, text.first("/sys/class/dmi/id/product_uuid")),
                        Placeholder.removed(text.first("/sys/class/dmi/id/product_serial")),
                        cloudId(text),
                        hostname,
                        hostname == null ? null : fqdn(hostname, text)));
    }

    private static @Nullable String machineId(SectionText text) {
        String id = matching(MACHINE_ID, text.first("/etc/machine-id"));
        return id != null ? id : matching(MACHINE_ID, text.first("/var/lib/dbus/machine-id"));
    }

    private static @Nullable String matching(Pattern pattern, @Nullable String text) {
        String value = Placeholder.removed(text);
        String lower = value == null ? "" : value.toLowerCase(Locale.ROOT);
        return pattern.matcher(lower).matches() ? lower : null;
    }

    private static List<SshHostKey> sshHostKeys(SectionText text) {
        return text.sources().keySet().stream()
                .filter(source -> source.startsWith("/etc/ssh/"))
                .map(text::first)
                .flatMap(line -> SshHostKeys.parse(line).stream())
                .distinct()
                .sorted(
                        Comparator.comparing(SshHostKey::type)
                                .thenComparing(SshHostKey::fingerprint))
                .limit(MOST_KEYS)
                .toList();
    }

    private static @Nullable String cloudId(SectionText text) {
        for (String line : text.lines("/run/cloud-init/instance-data.json")) {
            Matcher matcher = INSTANCE_ID.matcher(line);
            if (matcher.find() && Placeholder.removed(matcher.group(1)) != null) {
                return Placeholder.removed(matcher.group(1));
            }
        }
        return Placeholder.removed(text.first("/var/lib/cloud/data/instance-id"));
    }

    private static @Nullable String fqdn(String hostname, SectionText text) {
        if (hostname.indexOf('.') > 0) {
            return hostname;
        }
        return inHosts(hostname, text.lines("/etc/hosts"))
                .or(() -> qualified(hostname, text.first("/etc/hostname")))
                .or(() -> withDomain(hostname, text.first("/proc/sys/kernel/domainname")))
                .orElse(null);
    }

    /** The resolver's rule: the first name of the line that has the host name is canonical. */
    private static Optional<String> inHosts(String hostname, List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceFirst("#.*", "").strip().split("\\s+", -1))
                .filter(words -> words.length > 1 && List.of(words).contains(hostname))
                .flatMap(words -> qualified(hostname, words[1]).stream())
                .findFirst();
    }

    private static Optional<String> qualified(String hostname, @Nullable String name) {
        return name != null && name.startsWith(hostname + ".") && !name.endsWith(".")
                ? Optional.ofNullable(Placeholder.removed(name))
                : Optional.empty();
    }

    private static Optional<String> withDomain(String hostname, @Nullable String domain) {
        String known = Placeholder.removed(domain);
        return known == null ? Optional.empty() : Optional.of(hostname + "." + known);
    }
}
