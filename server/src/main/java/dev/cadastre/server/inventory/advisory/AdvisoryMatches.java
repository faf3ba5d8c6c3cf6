package dev.cadastre.server.inventory.advisory;

import dev.cadastre.probe.PackageType;
import dev.cadastre.versions.VersionScheme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which packages of the dictionary which advisories are about. It is derived from the database when
 * it is asked for first, and brought up to date when packages or advisories have come since.
 * Thread-safe.
 */
@Component
class AdvisoryMatches {

    private static final Logger log = LoggerFactory.getLogger(AdvisoryMatches.class);

    private static final int AT_ONCE = 5_000;

    /** Ids are given before they can be seen, so the latest are looked at again. */
    private static final int AGAIN = 2_000;

    private final JdbcClient jdbc;
    private final AdvisoryTable table;
    private State state = new State(-1, 0, Map.of(), new TreeMap<>());

    AdvisoryMatches(JdbcClient jdbc, AdvisoryTable table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    private record State(
            long loads,
            int packages,
            Map<Integer, List<PackageMatch>> byPackage,
            NavigableMap<String, List<PackageMatch>> byAdvisory) {}

    private record Key(PackageType type, String name) {}

    /** The packages that each advisory is about, by the advisory's name; not to be changed. */
    synchronized NavigableMap<String, List<PackageMatch>> byAdvisory() {
        long loads = table.loads();
        int packages = newest();
        if (loads != state.loads()) {
            long start = System.nanoTime();
            state = matched(loads, packages, 0, Map.of());
            log.info(
                    "Matched {} advisories with the dictionary in {} ms",
                    state.byAdvisory().size(),
                    (System.nanoTime() - start) / 1_000_000);
        } else if (packages != state.packages()) {
            int from = Math.max(0, Math.min(packages, state.packages()) - AGAIN);
            state = matched(loads, packages, from, state.byPackage());
        }
        return state.byAdvisory();
    }

    private int newest() {
        return jdbc.sql("select coalesce(max(id), 0) from inventory.package")
                .query((row, number) -> row.getInt(1))
                .single();
    }

    private State matched(
            long loads, int packages, int from, Map<Integer, List<PackageMatch>> known) {
        Map<Integer, List<PackageMatch>> byPackage = new HashMap<>(known);
        byPackage.keySet().removeIf(id -> id > from);
        int after = from;
        List<DictionaryPackage> some = packages(after);
        while (!some.isEmpty()) {
            match(some, byPackage);
            after = some.getLast().id();
            some = packages(after);
        }
        NavigableMap<String, List<PackageMatch>> byAdvisory = new TreeMap<>();
        byPackage
                .values()
                .forEach(matches ->
                        matches.forEach(match ->
                                byAdvisory
                                        .computeIfAbsent(match.advisory(), id -> new ArrayList<>())
                                        .add(match)));
        return new State(loads, packages, byPackage, byAdvisory);
    }

    private List<DictionaryPackage> packages(int after) {
        return jdbc.sql(
                        """
                        select id, type, namespace, name, version, source, source_version
                        from inventory.package where id > ? order by id limit ?
                        """)
                .param(after)
                .param(AT_ONCE)
                .query((row, number) ->
                        new DictionaryPackage(
                                row.getInt("id"),
                                PackageType.valueOf(row.getString("type")),
                                row.getString("namespace"),
                                row.getString("name"),
                                row.getString("version"),
                                row.getString("source"),
                                row.getString("source_version")))
                .list();
    }

    private void match(
            List<DictionaryPackage> packages, Map<Integer, List<PackageMatch>> byPackage) {
        Map<Key, List<DictionaryPackage>> named = new HashMap<>();
        Set<String> names = new HashSet<>();
        for (DictionaryPackage each : packages) {
            for (String name : each.names()) {
                names.add(name);
                named.computeIfAbsent(new Key(each.type(), name), key -> new ArrayList<>())
                        .add(each);
            }
        }
        table.entries(
                names,
                entry ->
                        named.getOrDefault(new Key(entry.type(), entry.name()), List.of())
                                .forEach(each -> {
                                    PackageMatch match = match(each, entry);
                                    if (match != null) {
                                        byPackage
                                                .computeIfAbsent(each.id(), id -> new ArrayList<>())
                                                .add(match);
                                    }
                                }));
    }

    private static @Nullable PackageMatch match(DictionaryPackage each, AdvisoryTable.Entry entry) {
        if (entry.namespace() != null && !entry.namespace().equals(each.namespace())) {
            return null;
        }
        VersionScheme own = VersionScheme.ofPurlType(each.type().purlType()).orElseThrow();
        return entry.affected()
                .hit(each.version(entry.name()), own)
                .map(hit ->
                        new PackageMatch(
                                entry.advisory(),
                                each.id(),
                                each.type(),
                                each.name(),
                                each.version(),
                                each.namespace(),
                                entry.release(),
                                hit.fixed().orElse(null)))
                .orElse(null);
    }
}
