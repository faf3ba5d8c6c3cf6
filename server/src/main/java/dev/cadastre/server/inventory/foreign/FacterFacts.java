package dev.cadastre.server.inventory.foreign;

import dev.cadastre.probe.Fact;
import dev.cadastre.probe.FactValue;
import dev.cadastre.probe.Section;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What facter told, by dotted names, however deep it was nested. Old versions of it have flat
 * names, newer ones nest; our own jsonstats documents have our names.
 */
final class FacterFacts {

    private static final Section SECTION = new Section(Section.Kind.PLUGIN, "facter");
    private static final int LONGEST_NAME = 200;
    private static final Pattern NAME = Pattern.compile("[\\w./:@%+-]+");

    /** What moves by itself makes no history. */
    private static final Pattern MEASURE =
            Pattern.compile(
                    "(?i).*(uptime|free|available|used|capacity|load|_seconds|\\bseconds|timestamp"
                            + "|ps$).*");

    private final Map<String, JsonNode> values = new TreeMap<>();

    private FacterFacts() {}

    static FacterFacts flattened(JsonNode facts) {
        FacterFacts flattened = new FacterFacts();
        flattened.add("", facts);
        return flattened;
    }

    private void add(String name, JsonNode node) {
        if (node.isObject()) {
            node.properties().forEach(entry -> add(joined(name, entry.getKey()), entry.getValue()));
        } else if (node.isArray() && node.valueStream().anyMatch(JsonNode::isContainer)) {
            for (int i = 0; i < node.size(); i++) {
                add(joined(name, Integer.toString(i)), node.get(i));
            }
        } else if (name.length() <= LONGEST_NAME && NAME.matcher(name).matches()) {
            values.putIfAbsent(name, node);
        }
    }

    /** Names that no fact may have are not put together in full, or each would be a long copy. */
    private static String joined(String name, String key) {
        if (name.length() + key.length() > LONGEST_NAME) {
            return "x".repeat(LONGEST_NAME + 1);
        }
        return name.isEmpty() ? key : name + "." + key;
    }

    /** All of it, under names of its own. */
    void tellAll(ForeignReport report) {
        values.forEach((name, node) -> {
            FactValue value = ForeignJson.value(node);
            if (value != null) {
                boolean measure = MEASURE.matcher(name).matches();
                report.fact(
                        SECTION,
                        "facter." + name,
                        value,
                        measure ? Fact.Kind.MEASURE : Fact.Kind.STATE);
            }
        });
    }

    private @Nullable String first(String... names) {
        for (String name : names) {
            JsonNode node = values.get(name);
            String text = node == null ? null : ForeignJson.text(node);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private boolean nests() {
        return values.containsKey("os.release.full");
    }

    @Nullable String osId() {
        String id = nests() ? first("os.name") : first("os.id", "operatingsystem");
        return id == null ? null : id.toLowerCase(Locale.ROOT);
    }

    @Nullable String osVersion() {
        return first("os.version", "os.release.full", "operatingsystemrelease");
    }

    @Nullable String osName() {
        return nests() ? first("os.distro.description") : first("os.name", "lsbdistdescription");
    }

    @Nullable String kernel() {
        return first("kernel.release", "kernelrelease");
    }

    @Nullable String architecture() {
        return first("kernel.arch", "os.hardware", "hardwaremodel");
    }

    @Nullable String hostname() {
        return first("hostname", "networking.hostname");
    }

    @Nullable String fqdn() {
        return first("fqdn", "networking.fqdn");
    }
}
