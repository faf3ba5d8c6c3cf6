package dev.cadastre.server.web.api.exchange;

import dev.cadastre.probe.PackageType;
import dev.cadastre.server.inventory.HostFact;
import dev.cadastre.server.inventory.HostPackage;
import dev.cadastre.server.inventory.KnownPackage;
import dev.cadastre.server.web.api.ReadingRecords;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A host as a jsonstats server would describe it; docs/formats/jsonstats.md says how, and where it
 * is other than there.
 */
final class JsonstatsDocument {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

    private JsonstatsDocument() {}

    /**
     * The document: by kind of package the versions by name, then facts and the time.
     *
     * @param observedAt when the host was last heard of; null if never
     */
    static SortedMap<String, Object> of(
            List<HostPackage> packages, List<HostFact> facts, @Nullable Instant observedAt) {
        SortedMap<String, Object> document = new TreeMap<>();
        packages.stream()
                .map(HostPackage::item)
                .collect(Collectors.groupingBy(KnownPackage::type))
                .forEach((type, items) -> document.put(key(type), versions(type, items)));
        if (!facts.isEmpty()) {
            document.put("facter", values(facts));
        }
        if (observedAt != null) {
            document.put("timestamp", Map.of("date", DATE.format(observedAt)));
        }
        return Collections.unmodifiableSortedMap(document);
    }

    private static String key(PackageType type) {
        return type == PackageType.PYPI ? "pip" : type.purlType();
    }

    private static SortedMap<String, Object> values(List<HostFact> facts) {
        SortedMap<String, Object> values = new TreeMap<>();
        facts.forEach(fact -> values.put(fact.name(), ReadingRecords.value(fact.value())));
        return values;
    }

    private static SortedMap<String, String> versions(PackageType type, List<KnownPackage> items) {
        SortedMap<String, Set<String>> byName = new TreeMap<>();
        Set<String> ofSeveralArchitectures = ofSeveralArchitectures(items);
        for (KnownPackage item : items) {
            boolean plain =
                    type != PackageType.DEB || !ofSeveralArchitectures.contains(item.name());
            byName.computeIfAbsent(
                            plain ? item.name() : item.name() + ":" + item.arch(),
                            _ -> new LinkedHashSet<>())
                    .add(version(item));
        }
        SortedMap<String, String> versions = new TreeMap<>();
        byName.forEach((name, all) -> versions.put(name, joined(type, all)));
        return versions;
    }

    private static Set<String> ofSeveralArchitectures(List<KnownPackage> items) {
        return items.stream()
                .filter(item -> item.arch() != null)
                .collect(
                        Collectors.groupingBy(
                                KnownPackage::name,
                                Collectors.mapping(KnownPackage::arch, Collectors.toSet())))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String version(KnownPackage item) {
        return item.type() == PackageType.RPM ? rpm(item) : item.version();
    }

    private static String rpm(KnownPackage item) {
        String withoutEpoch = item.version().substring(item.version().indexOf(':') + 1);
        return item.arch() == null ? withoutEpoch : withoutEpoch + "." + item.arch();
    }

    /** No version holds a comma, so that several can be told apart. */
    private static String joined(PackageType type, Set<String> versions) {
        String all = String.join(", ", versions);
        return type == PackageType.PYPI ? "(" + all + ")" : all;
    }
}
