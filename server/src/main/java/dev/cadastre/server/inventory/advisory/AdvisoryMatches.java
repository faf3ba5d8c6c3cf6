package dev.cadastre.server.inventory.advisory;

import dev.cadastre.probe.PackageType;
import dev.cadastre.server.inventory.BackgroundThreads;
import dev.cadastre.versions.VersionScheme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which packages of the dictionary which advisories are about. It is derived from the database when
 * it is asked for first. Packages that came since are matched for who asks next. Advisories that
 * came since concern all packages, which takes longer: until they are matched, in the background,
 * the answer is that of before, and nobody waits. Thread-safe.
 */
@Component
class AdvisoryMatches extends BackgroundThreads {

    private static final Logger log = LoggerFactory.getLogger(AdvisoryMatches.class);

    private static final int AT_ONCE = 5_000;

    /** Ids are given before they can be seen, so the latest are looked at again. */
    private static final int AGAIN = 2_000;

    private final JdbcClient jdbc;
    private final AdvisoryTable table;

    /** Held as long as all packages are matched. */
    private final ReentrantLock loading = new ReentrantLock();

    /** Held while few are, and whenever what is known changes. */
    private final ReentrantLock growing = new ReentrantLock();

    private volatile @Nullable State state;

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
    NavigableMap<String, List<PackageMatch>> byAdvisory() {
        State known = state;
        if (known == null) {
            return withAllLoads().byAdvisory();
        }
        if (table.loads() != known.loads()) {
            if (!loading.isLocked()) {
                execute(this::takeIn);
            }
            return known.byAdvisory();
        }
        return newest() == known.packages() ? known.byAdvisory() : withNewest().byAdvisory();
    }

    /** Takes in the advisories that have been committed; to be called when some were. */
    void takeIn() {
        withAllLoads();
    }

    private State withAllLoads() {
        loading.lock();
        try {
            long loads = table.loads();
            State known = state;
            if (known != null && known.loads() == loads) {
                return known;
            }
            long start = System.nanoTime();
            State fresh = matched(loads, newest(), 0, Map.of());
            log.info(
                    "Matched {} advisories with the dictionary in {} ms",
                    fresh.byAdvisory().size(),
                    (System.nanoTime() - start) / 1_000_000);
            growing.lock();
            try {
                state = fresh;
            } finally {
                growing.unlock();
            }
            return fresh;
        } finally {
            loading.unlock();
        }
    }

    /** To be called once there is a state. */
    private State withNewest() {
        growing.lock();
        try {
            State known = Objects.requireNonNull(state);
            int packages = newest();
            if (packages == known.packages()) {
                return known;
            }
            int from = Math.max(0, Math.min(packages, known.packages()) - AGAIN);
            State fresh = matched(known.loads(), packages, from, known.byPackage());
            state = fresh;
            return fresh;
        } finally {
            growing.unlock();
        }
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
