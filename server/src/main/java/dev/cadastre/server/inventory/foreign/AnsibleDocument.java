package dev.cadastre.server.inventory.foreign;

import dev.cadastre.probe.Fact;
import dev.cadastre.probe.FactValue;
import dev.cadastre.probe.Identity;
import dev.cadastre.probe.PackageType;
import dev.cadastre.probe.Section;
import dev.cadastre.probe.SshHostKey;
import dev.cadastre.server.inventory.InvalidFeed;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/**
 * What one module of Ansible answered about one host: the file that {@code --tree} writes, of
 * {@code setup}, of {@code package_facts}, or of both in one.
 */
final class AnsibleDocument {

    private static final String FACTS = "$.ansible_facts";
    private static final int LONGEST_NAME = 200;
    private static final long BYTES_OF_MB = 1L << 20;
    private static final Section LOCAL = new Section(Section.Kind.PLUGIN, "ansible");
    private static final Pattern FACT_NAME = Pattern.compile("[\\w./:@%+-]{1,200}");
    private static final Pattern MACHINE_ID = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern UUID = Pattern.compile("[0-9a-f-]{36}");

    /** Where os-release's id is not Ansible's word in lower case. */
    private static final Map<String, String> OS_IDS =
            Map.of(
                    "redhat", "rhel",
                    "oraclelinux", "ol",
                    "amazon", "amzn",
                    "archlinux", "arch",
                    "opensuse leap", "opensuse-leap",
                    "opensuse tumbleweed", "opensuse-tumbleweed");

    private final String file;
    private final JsonNode document;
    private final Set<Section.Kind> told = EnumSet.noneOf(Section.Kind.class);

    private AnsibleDocument(String file, JsonNode document) {
        this.file = file;
        this.document = document;
    }

    /**
     * Reads a file.
     *
     * @param file what problems call it
     * @throws InvalidFeed naming the file and the path of what is wrong first
     */
    static AnsibleDocument read(byte[] content, String file) {
        try {
            JsonNode document = ForeignJson.MAPPER.readTree(content);
            if (!document.isObject()) {
                throw new InvalidFeed(file + " $", "It is not an object.");
            }
            return new AnsibleDocument(file, document);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String place = at == null ? "" : " line " + at.getLineNr();
            throw new InvalidFeed(
                    file + place,
                    "It is not JSON, or nested too deeply: " + e.getOriginalMessage(),
                    e);
        }
    }

    /** Why Ansible has nothing to tell of the host; null if it has. */
    @Nullable String failure() {
        boolean failed =
                document.path("unreachable").asBoolean(false)
                        || document.path("failed").asBoolean(false);
        if (!failed) {
            return null;
        }
        String said = ForeignJson.text(document.path("msg"));
        return said == null ? "Ansible failed there" : "Ansible failed there: " + said;
    }

    /** Adds what the file tells; null if it does not tell when that was gathered. */
    @Nullable Instant tell(ForeignReport report) {
        JsonNode facts = object(document, "ansible_facts", "$");
        if (facts == null) {
            throw new InvalidFeed(file + " " + FACTS, "It is missing: this is no answer of setup.");
        }
        if (facts.has("packages")) {
            packages(report, facts);
        }
        if (facts.has("ansible_distribution") || facts.has("ansible_kernel")) {
            system(report, facts);
            hardware(report, facts);
            identity(report, facts);
            network(report, facts);
        }
        JsonNode local = object(facts, "ansible_local", FACTS);
        if (local != null) {
            local(report, "ansible.local", local);
        }
        return gathered(facts);
    }

    private void system(ForeignReport report, JsonNode facts) {
        once(report, Section.Kind.SYSTEM);
        String distribution = text(facts, "ansible_distribution");
        String version = text(facts, "ansible_distribution_version");
        if (distribution != null) {
            String word = distribution.toLowerCase(Locale.ROOT);
            report.text(Section.Kind.SYSTEM, "os.id", OS_IDS.getOrDefault(word, word));
            report.text(
                    Section.Kind.SYSTEM,
                    "os.name",
                    version == null ? distribution : distribution + " " + version);
        }
        report.text(Section.Kind.SYSTEM, "os.version", version);
        report.text(Section.Kind.SYSTEM, "kernel.release", text(facts, "ansible_kernel"));
        report.text(Section.Kind.SYSTEM, "kernel.arch", text(facts, "ansible_architecture"));
    }

    private void hardware(ForeignReport report, JsonNode facts) {
        Section section = Section.of(Section.Kind.HARDWARE);
        Long processors = whole(facts, "ansible_processor_vcpus");
        Long megabytes = whole(facts, "ansible_memtotal_mb");
        if (processors != null) {
            report.fact(section, "cpu.count", new FactValue.Whole(processors), Fact.Kind.STATE);
        }
        if (megabytes != null && megabytes < Long.MAX_VALUE / BYTES_OF_MB) {
            report.fact(
                    section,
                    "memory.total",
                    new FactValue.Whole(megabytes * BYTES_OF_MB),
                    Fact.Kind.STATE);
        }
    }

    private void identity(ForeignReport report, JsonNode facts) {
        String machineId = text(facts, "ansible_machine_id");
        String uuid = text(facts, "ansible_product_uuid");
        report.identity(
                new Identity(
                        matching(MACHINE_ID, machineId),
                        keys(facts),
                        matching(UUID, uuid),
                        null,
                        null,
                        text(facts, "ansible_hostname"),
                        text(facts, "ansible_fqdn")));
    }

    private static @Nullable String matching(Pattern pattern, @Nullable String text) {
        String lower = text == null ? "" : text.toLowerCase(Locale.ROOT);
        return pattern.matcher(lower).matches() ? lower : null;
    }

    private List<SshHostKey> keys(JsonNode facts) {
        List<SshHostKey> keys = new ArrayList<>();
        for (String type : List.of("ecdsa", "ed25519", "rsa")) {
            String key = text(facts, "ansible_ssh_host_key_" + type + "_public");
            String fingerprint = key == null ? null : fingerprint(key);
            if (fingerprint != null) {
                keys.add(new SshHostKey(type.equals("ecdsa") ? type : "ssh-" + type, fingerprint));
            }
        }
        return keys;
    }

    private static @Nullable String fingerprint(String key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(Base64.getDecoder().decode(key));
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (IllegalArgumentException e) {
            return null;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private void network(ForeignReport report, JsonNode facts) {
        List<String> addresses = new ArrayList<>();
        addresses.addAll(texts(facts, "ansible_all_ipv4_addresses"));
        addresses.addAll(texts(facts, "ansible_all_ipv6_addresses"));
        if (!addresses.isEmpty()) {
            report.fact(
                    LOCAL, "ansible.addresses", new FactValue.Items(addresses), Fact.Kind.STATE);
        }
    }

    /** What the organisation itself added, in the host's /etc/ansible/facts.d. */
    private static void local(ForeignReport report, String name, JsonNode node) {
        if (name.length() > LONGEST_NAME || !FACT_NAME.matcher(name).matches()) {
            return;
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> {
                        if (entry.getKey().length() < LONGEST_NAME) {
                            local(report, name + "." + entry.getKey(), entry.getValue());
                        }
                    });
        } else {
            FactValue value = ForeignJson.value(node);
            if (value != null) {
                report.fact(LOCAL, name, value, Fact.Kind.STATE);
            }
        }
    }

    private void packages(ForeignReport report, JsonNode facts) {
        JsonNode packages = object(facts, "packages", FACTS);
        if (packages == null) {
            return;
        }
        packages.properties()
                .forEach(entry -> {
                    String place = FACTS + ".packages." + entry.getKey();
                    JsonNode versions = entry.getValue();
                    if (!versions.isArray()) {
                        throw wrong(place, "It is no list of versions.");
                    }
                    for (int i = 0; i < versions.size(); i++) {
                        version(report, versions.get(i), place + "[" + i + "]");
                    }
                });
    }

    private void version(ForeignReport report, JsonNode installed, String place) {
        if (!installed.isObject()) {
            throw wrong(place, "It is no package.");
        }
        String name = required(installed, "name", place);
        String version = required(installed, "version", place);
        String source = required(installed, "source", place);
        String arch = text(installed, "arch", place);
        switch (source) {
            case "apt" ->
                    add(report, Section.Kind.PACKAGES_DPKG, PackageType.DEB, name, version, arch);
            case "apk" ->
                    add(report, Section.Kind.PACKAGES_APK, PackageType.APK, name, version, arch);
            case "rpm" ->
                    add(
                            report,
                            Section.Kind.PACKAGES_RPM,
                            PackageType.RPM,
                            name,
                            evr(installed, version, place),
                            arch);
            default -> {
                // Ports and the like, which no probe of ours knows.
            }
        }
    }

    private void add(
            ForeignReport report,
            Section.Kind section,
            PackageType type,
            String name,
            String version,
            @Nullable String arch) {
        once(report, section);
        report.installed(section, type, name, version, arch);
    }

    private String evr(JsonNode installed, String version, String place) {
        JsonNode epoch = installed.path("epoch");
        String told = ForeignJson.text(epoch);
        String release = text(installed, "release", place);
        return (told == null || told.equals("0") || told.equals("(none)") ? "" : told + ":")
                + version
                + (release == null ? "" : "-" + release);
    }

    /** Two files that tell the same thing of one host cannot both be right. */
    private void once(ForeignReport report, Section.Kind section) {
        if (told.add(section) && report.tells(Section.of(section))) {
            throw wrong(
                    FACTS, "Another file tells of the same host's " + Section.of(section) + ".");
        }
        report.section(Section.of(section), null);
    }

    private @Nullable Instant gathered(JsonNode facts) {
        JsonNode time = object(facts, "ansible_date_time", FACTS);
        String text = time == null ? null : text(time, "iso8601", FACTS + ".ansible_date_time");
        if (text == null) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidFeed(
                    file + " " + FACTS + ".ansible_date_time.iso8601",
                    "It is not a time of RFC 3339.",
                    e);
        }
    }

    private @Nullable JsonNode object(JsonNode node, String name, String place) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isObject()) {
            throw wrong(place + "." + name, "It is not an object.");
        }
        return value;
    }

    private @Nullable String text(JsonNode node, String name) {
        return text(node, name, FACTS);
    }

    private @Nullable String text(JsonNode node, String name, String place) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw wrong(place + "." + name, "It is no text.");
        }
        return ForeignJson.text(value);
    }

    private String required(JsonNode node, String name, String place) {
        String text = text(node, name, place);
        if (text == null) {
            throw wrong(place + "." + name, "It is missing.");
        }
        return text;
    }

    private @Nullable Long whole(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw wrong(FACTS + "." + name, "It is no whole number.");
        }
        return value.longValue();
    }

    private List<String> texts(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray() || value.valueStream().anyMatch(item -> !item.isString())) {
            throw wrong(FACTS + "." + name, "It is no list of texts.");
        }
        return value.valueStream().map(ForeignJson::text).filter(text -> text != null).toList();
    }

    private InvalidFeed wrong(String place, String reason) {
        return new InvalidFeed(file + " " + ForeignJson.cleaned(place), reason);
    }
}
