package dev.cadastre.server.inventory.installed;

import dev.cadastre.probe.PackageType;
import dev.cadastre.server.inventory.KnownPackage;
import dev.cadastre.server.storage.GroupCommit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives every version of every package its number, and forgets those that no host has any longer.
 * Thread-safe.
 */
@Component
public class PackageDictionary {

    private static final int REMEMBERED = 50_000;

    /** A package and its row each take a place. */
    private static final int REMEMBERED_IDS = 2 * REMEMBERED;

    private static final int NUMBERED_AT_ONCE = 50;

    private static final int FORGOTTEN_AT_ONCE = 10_000;

    private final JdbcClient jdbc;

    /** Read by those who are about to write down ids, written by those who forget packages. */
    private final ReadWriteLock use = new ReentrantReadWriteLock();

    /** What was asked for since somebody began to look for packages to forget; null if nobody. */
    private volatile @Nullable Set<Integer> asked;

    /** By row, and by the packages of reports, which are found faster. */
    private final Recent<Numbered, Integer> ids = new Recent<>(REMEMBERED_IDS);

    private final GroupCommit<NavigableMap<Digest, PackageRow>, Map<Digest, Integer>> numbering =
            new GroupCommit<>(NUMBERED_AT_ONCE, this::number);
    private final Recent<Integer, KnownPackage> packages = new Recent<>(REMEMBERED);

    PackageDictionary(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Something that has a number. Two that are equal have the same. */
    public sealed interface Numbered permits PackageRow, ToldPackage {

        /** What is stored under the number; null if nothing is to be. */
        @Nullable PackageRow row();
    }

    /**
     * Does work that writes down ids which it gets here. Until it is done, none of them is
     * forgotten.
     */
    public <T> T keeping(Supplier<T> work) {
        use.readLock().lock();
        try {
            return work.get();
        } finally {
            use.readLock().unlock();
        }
    }

    /** The ids of these packages; empty if one was never seen. */
    public Optional<PackageIds> known(Collection<? extends Numbered> rows) {
        Ids known = remembered(rows);
        known.foundOf(lookUp(known.missing()));
        return known.missing().isEmpty() ? Optional.of(given(known.found())) : Optional.empty();
    }

    /** Ids that are at hand, and the rows whose ids are not. */
    private record Ids(List<Integer> found, NavigableMap<Digest, PackageRow> missing) {

        void foundOf(Map<Digest, Integer> more) {
            missing.keySet()
                    .removeIf(digest -> {
                        Integer id = more.get(digest);
                        return id != null && found.add(id);
                    });
        }
    }

    private Ids remembered(Collection<? extends Numbered> packages) {
        List<Integer> found = new ArrayList<>(packages.size());
        NavigableMap<Digest, PackageRow> missing = new TreeMap<>();
        for (Numbered numbered : packages) {
            Integer id = ids.find(numbered);
            if (id == null) {
                id = byRow(numbered, missing);
            }
            if (id != null) {
                found.add(id);
            }
        }
        return new Ids(found, missing);
    }

    /** Null if it has no row, or none whose id is at hand. */
    private @Nullable Integer byRow(Numbered numbered, NavigableMap<Digest, PackageRow> missing) {
        PackageRow row = numbered.row();
        if (row == null) {
            return null;
        }
        Integer id = ids.find(row);
        if (id == null) {
            missing.put(row.digest(), row);
        } else {
            ids.keep(numbered, id);
        }
        return id;
    }

    private PackageIds given(Collection<Integer> found) {
        Set<Integer> noted = asked;
        if (noted != null) {
            noted.addAll(found);
        }
        return PackageIds.of(found);
    }

    /**
     * Forgets the packages that no host has or had, as far as is kept, a few at a time so that
     * nobody waits for long.
     *
     * @return how many those were
     */
    public int forgetUnused() {
        Set<Integer> since = ConcurrentHashMap.newKeySet();
        // Whoever got ids before has written them down when this is through.
        alone(() -> asked = since);
        try {
            int forgotten = 0;
            List<Integer> unused = unused();
            for (int start = 0; start < unused.size(); start += FORGOTTEN_AT_ONCE) {
                int end = Math.min(start + FORGOTTEN_AT_ONCE, unused.size());
                Set<Integer> some = new HashSet<>(unused.subList(start, end));
                alone(() -> forget(some, since));
                forgotten += some.size();
            }
            return forgotten;
        } finally {
            asked = null;
        }
    }

    private void alone(Runnable work) {
        use.writeLock().lock();
        try {
            work.run();
        } finally {
            use.writeLock().unlock();
        }
    }

    private void forget(Set<Integer> unused, Set<Integer> since) {
        unused.removeAll(since);
        jdbc.sql("delete from inventory.package where id = any(?)")
                .param(unused.stream().mapToInt(Integer::intValue).toArray())
                .update();
        ids.forget(unused);
    }

    private List<Integer> unused() {
        return jdbc.sql(
                        """
                        select id from inventory.package
                        except select unnest(members) from inventory.package_set
                        except select unnest(added) from inventory.host_packages
                        except select unnest(gained) from inventory.host_packages
                        except select unnest(lost) from inventory.host_packages
                        except select unnest(packages) from inventory.claim
                        """)
                .query((row, number) -> row.getInt(1))
                .list();
    }

    /**
     * The ids of these packages, new ones for those never seen. To be called outside of a
     * transaction: others may wait for the new ids.
     */
    public PackageIds resolve(Collection<? extends Numbered> rows) {
        Ids known = remembered(rows);
        known.foundOf(lookUp(known.missing()));
        if (!known.missing().isEmpty()) {
            known.foundOf(numbering.write(known.missing()));
        }
        return given(known.found());
    }

    /** Numbers what several ask for at the same time; each gets what all get. */
    private List<Map<Digest, Integer>> number(List<NavigableMap<Digest, PackageRow>> asked) {
        NavigableMap<Digest, PackageRow> all = new TreeMap<>();
        asked.forEach(all::putAll);
        insert(all);
        return Collections.nCopies(asked.size(), lookUp(all));
    }

    /** The packages of these ids, in no particular order. */
    public List<KnownPackage> packages(PackageIds wanted) {
        List<KnownPackage> result = new ArrayList<>(wanted.size());
        List<Integer> missing = new ArrayList<>();
        for (int id : wanted.toArray()) {
            KnownPackage known = packages.find(id);
            if (known == null) {
                missing.add(id);
            } else {
                result.add(known);
            }
        }
        if (!missing.isEmpty()) {
            result.addAll(read(missing));
        }
        return result;
    }

    /** The ids among {@code members} whose package is of one of the types. */
    public PackageIds ofTypes(PackageIds members, Collection<PackageType> types) {
        if (types.isEmpty()) {
            return PackageIds.NONE;
        }
        return PackageIds.of(
                packages(members).stream()
                        .filter(known -> types.contains(known.type()))
                        .mapToInt(KnownPackage::id));
    }

    /** The ids among {@code members} whose package has such a root. */
    public PackageIds ofRoots(PackageIds members, Predicate<String> matching) {
        return PackageIds.of(
                packages(members).stream()
                        .filter(known -> known.root() != null && matching.test(known.root()))
                        .mapToInt(KnownPackage::id));
    }

    /** The ids of those rows that are stored. */
    private Map<Digest, Integer> lookUp(NavigableMap<Digest, PackageRow> rows) {
        Map<Digest, Integer> found = HashMap.newHashMap(rows.size());
        if (!rows.isEmpty()) {
            jdbc.sql("select digest, id from inventory.package where digest = any(?)")
                    .param(rows.keySet().stream().map(Digest::bytes).toArray(byte[][]::new))
                    .query(row -> {
                        found.put(new Digest(row.getBytes("digest")), row.getInt("id"));
                    });
            found.forEach((digest, id) -> ids.keep(Objects.requireNonNull(rows.get(digest)), id));
        }
        return found;
    }

    /** In the order of the digests, so that writers of the same packages never wait in a circle. */
    private void insert(NavigableMap<Digest, PackageRow> rows) {
        Collection<PackageRow> values = rows.values();
        jdbc.sql(
                        """
                        insert into inventory.package (digest, type, namespace, name, version, arch,
                          source, source_version, vendor, signing_key, root)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (digest) do nothing
                        """)
                .param(rows.keySet().stream().map(Digest::bytes).toArray(byte[][]::new))
                .param(column(values, row -> row.type().name()))
                .param(column(values, PackageRow::namespace))
                .param(column(values, PackageRow::name))
                .param(column(values, PackageRow::version))
                .param(column(values, PackageRow::arch))
                .param(column(values, PackageRow::source))
                .param(column(values, PackageRow::sourceVersion))
                .param(column(values, PackageRow::vendor))
                .param(column(values, PackageRow::signingKey))
                .param(column(values, PackageRow::root))
                .update();
    }

    private static @Nullable String[] column(
            Collection<PackageRow> rows, Function<PackageRow, @Nullable String> component) {
        @Nullable String[] values = new @Nullable String[rows.size()];
        int i = 0;
        for (PackageRow row : rows) {
            values[i++] = component.apply(row);
        }
        return values;
    }

    private List<KnownPackage> read(Collection<Integer> missing) {
        List<KnownPackage> read =
                jdbc.sql("select * from inventory.package where id = any(?)")
                        .param(missing.stream().mapToInt(Integer::intValue).toArray())
                        .query(PackageDictionary::known)
                        .list();
        read.forEach(known -> packages.keep(known.id(), known));
        return read;
    }

    private static KnownPackage known(ResultSet row, int number) throws SQLException {
        PackageRow stored =
                new PackageRow(
                        PackageType.valueOf(row.getString("type")),
                        row.getString("namespace"),
                        row.getString("name"),
                        row.getString("version"),
                        row.getString("arch"),
                        row.getString("source"),
                        row.getString("source_version"),
                        row.getString("vendor"),
                        row.getString("signing_key"),
                        row.getString("root"));
        return new KnownPackage(
                row.getInt("id"),
                stored.type(),
                stored.name(),
                stored.version(),
                stored.arch(),
                stored.source(),
                stored.sourceVersion(),
                stored.vendor(),
                stored.signingKey(),
                stored.root(),
                Purls.of(stored));
    }
}
