package dev.cadastre.server.inventory.installed;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which packages a host had when: intervals over shared sets with deltas. Writers of one host take
 * turns, which is up to the caller.
 */
@Component
public class PackageSets {

    private static final int LIKE_SETS = 4;
    private static final int REMEMBERED = 2_000;

    private final JdbcClient jdbc;

    /** Sets never change, and their ids are never used again. */
    private final Recent<Integer, PackageIds> sets = new Recent<>(REMEMBERED);

    private final UnusualPackages unusual = new UnusualPackages();
    private volatile @Nullable LikeSets likeSets;

    PackageSets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Makes {@code wanted} of the present packages the host's packages from now on.
     *
     * @param now the moment, which is put off to follow that of the change before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public PackageChange apply(int host, UnaryOperator<PackageIds> wanted, Instant now) {
        Optional<WrittenSet> present = written(host, null);
        PackageIds before = present.map(this::members).orElse(PackageIds.NONE);
        PackageIds after = wanted.apply(before);
        if (present.isPresent() && after.equals(before)) {
            Instant begun = present.get().since();
            return new PackageChange(begun, begun, PackageIds.NONE, PackageIds.NONE, after);
        }
        SetDelta delta =
                write(
                        after,
                        present.map(WrittenSet::set)
                                .map(set -> new SetDelta.Stored(set, membersOf(set)))
                                .orElse(null));
        Instant since = present.map(WrittenSet::since).orElse(null);
        PackageChange change =
                new PackageChange(
                        since,
                        since == null || now.isAfter(since)
                                ? now
                                : since.plus(1, ChronoUnit.MICROS),
                        after.minus(before),
                        before.minus(after),
                        after);
        end(host, change.since());
        begin(host, delta, change);
        return change;
    }

    /** Begins the packages of hosts that never had any. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void beginAll(SortedMap<Integer, PackageIds> hosts, Instant now) {
        Map<PackageIds, SetDelta> written = new HashMap<>();
        existing(hosts.values()).forEach((members, set) -> written.put(members, whole(set)));
        List<SetDelta> deltas =
                hosts.values().stream()
                        .map(members -> written.computeIfAbsent(members, this::unlike))
                        .toList();
        jdbc.sql(
                        """
                        insert into inventory.host_packages
                          (host, since, set_id, added, removed, lost)
                        select host, ?, set_id, cast(added as int[]), cast(removed as int[]), '{}'
                        from unnest(?, ?, ?, ?) as told (host, set_id, added, removed)
                        """)
                .param(Timestamp.from(now))
                .param(hosts.keySet().toArray(Integer[]::new))
                .param(deltas.stream().map(SetDelta::set).toArray(Integer[]::new))
                .param(deltas.stream().map(delta -> literal(delta.added())).toArray(String[]::new))
                .param(
                        deltas.stream()
                                .map(delta -> literal(delta.removed()))
                                .toArray(String[]::new))
                .update();
    }

    /** The sets that have exactly these members, locked as below. */
    private Map<PackageIds, Integer> existing(Collection<PackageIds> wanted) {
        Map<Digest, PackageIds> digests = new HashMap<>();
        wanted.forEach(members -> digests.put(digest(members), members));
        Map<PackageIds, Integer> found = new HashMap<>();
        jdbc.sql("select id, digest from inventory.package_set where digest = any(?) for key share")
                .param(digests.keySet().stream().map(Digest::bytes).toArray(byte[][]::new))
                .query(row -> {
                    PackageIds members = digests.get(new Digest(row.getBytes("digest")));
                    found.put(Objects.requireNonNull(members), row.getInt("id"));
                });
        return found;
    }

    private SetDelta unlike(PackageIds wanted) {
        return written(wanted, null);
    }

    /** How packages are written of which no set has exactly these. */
    private SetDelta written(PackageIds wanted, SetDelta.@Nullable Stored present) {
        List<SetDelta.Stored> like = likeSets(wanted);
        SetDelta chosen = SetDelta.choose(wanted, present, like);
        if (chosen.set() != null) {
            return chosen;
        }
        return SetDelta.alone(wanted, present, like)
                .filter(alone -> !unusual.repeated(wanted))
                .orElseGet(() -> whole(create(wanted, digest(wanted))));
    }

    private static SetDelta whole(int set) {
        return new SetDelta(set, PackageIds.NONE, PackageIds.NONE);
    }

    private static String literal(PackageIds ids) {
        return ids.stream().mapToObj(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    /** The packages that a host had; none before its first report. */
    @Transactional(readOnly = true)
    public PackageIds members(int host, @Nullable Instant at) {
        return written(host, at).map(this::members).orElse(PackageIds.NONE);
    }

    /** How the packages that a host had are written; empty before its first report. */
    @Transactional(readOnly = true)
    public Optional<WrittenSet> written(int host, @Nullable Instant at) {
        JdbcClient.StatementSpec query =
                jdbc.sql(
                                """
                                select since, set_id, added, removed
                                from inventory.host_packages where host = :host and %s
                                """
                                        .formatted(
                                                at == null
                                                        ? "until = 'infinity'"
                                                        : "since <= :at and until > :at"))
                        .param("host", host);
        return (at == null ? query : query.param("at", Timestamp.from(at)))
                .query((row, number) -> writtenSet(row))
                .optional();
    }

    /** How the packages of all hosts are written now, by host. */
    SortedMap<Integer, WrittenSet> written() {
        SortedMap<Integer, WrittenSet> all = new TreeMap<>();
        jdbc.sql(
                        """
                        select host, since, set_id, added, removed
                        from inventory.host_packages where until = 'infinity'
                        """)
                .query(row -> {
                    all.put(row.getInt("host"), writtenSet(row));
                });
        return all;
    }

    /** Takes how the packages of a host changed; gained is null for the first that it had. */
    @FunctionalInterface
    interface ChangeTarget {
        void add(int host, Instant since, @Nullable PackageIds gained, PackageIds lost);
    }

    /** How the packages of all hosts changed, as far as is kept, in the order of time. */
    void eachChange(ChangeTarget target) {
        jdbc.sql("select host, since, gained, lost from inventory.host_packages order by since")
                .query(row -> {
                    target.add(
                            row.getInt("host"),
                            row.getTimestamp("since").toInstant(),
                            row.getArray("gained") == null ? null : ids(row, "gained"),
                            ids(row, "lost"));
                });
    }

    /** The packages of a set that a host has or had. */
    @Transactional(readOnly = true)
    public PackageIds membersOf(int set) {
        PackageIds known = sets.find(set);
        if (known != null) {
            return known;
        }
        PackageIds members =
                jdbc.sql("select members from inventory.package_set where id = ?")
                        .param(set)
                        .query((row, number) -> ids(row, "members"))
                        .single();
        sets.keep(set, members);
        return members;
    }

    private static WrittenSet writtenSet(ResultSet row) throws SQLException {
        return new WrittenSet(
                row.getTimestamp("since").toInstant(),
                row.getInt("set_id"),
                ids(row, "added"),
                ids(row, "removed"));
    }

    PackageIds members(WrittenSet written) {
        return written.members(membersOf(written.set()));
    }

    /** Forgets which packages the host ever had. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(int host) {
        jdbc.sql("delete from inventory.host_packages where host = ?").param(host).update();
    }

    /** Deletes the sets that no host uses any longer. */
    @Transactional
    public int deleteUnused() {
        List<Integer> gone =
                jdbc.sql(
                                """
                                delete from inventory.package_set s
                                where not exists
                                  (select from inventory.host_packages where set_id = s.id)
                                returning id
                                """)
                        .query((row, number) -> row.getInt(1))
                        .list();
        loadedLikeSets().forget(gone);
        return gone.size();
    }

    private SetDelta write(PackageIds wanted, SetDelta.@Nullable Stored present) {
        Optional<Integer> same = find(digest(wanted));
        if (same.isPresent()) {
            return whole(same.get());
        }
        return written(wanted, present);
    }

    /** Locks the set, so that it is not deleted as unused before it is used. */
    private Optional<Integer> find(Digest digest) {
        return jdbc.sql("select id from inventory.package_set where digest = ? for key share")
                .param(digest.bytes())
                .query((row, number) -> row.getInt(1))
                .optional();
    }

    /** Some that have most in common with {@code wanted}, locked as above. */
    private List<SetDelta.Stored> likeSets(PackageIds wanted) {
        List<Integer> candidates = loadedLikeSets().like(wanted, LIKE_SETS);
        if (candidates.isEmpty()) {
            return List.of();
        }
        return jdbc
                .sql("select id from inventory.package_set where id = any(?) for key share")
                .param(candidates.toArray(Integer[]::new))
                .query((row, number) -> row.getInt("id"))
                .list()
                .stream()
                .map(set -> new SetDelta.Stored(set, membersOf(set)))
                .toList();
    }

    private LikeSets loadedLikeSets() {
        LikeSets known = likeSets;
        return known != null ? known : loadLikeSets();
    }

    private synchronized LikeSets loadLikeSets() {
        LikeSets known = likeSets;
        if (known == null) {
            LikeSets loaded = new LikeSets();
            jdbc.sql("select id, members from inventory.package_set order by id")
                    .query(row -> {
                        loaded.add(row.getInt("id"), ids(row, "members"));
                    });
            likeSets = loaded;
            known = loaded;
        }
        return known;
    }

    private int create(PackageIds members, Digest digest) {
        Optional<Integer> created =
                jdbc.sql(
                                """
                                insert into inventory.package_set (digest, members)
                                values (?, ?) on conflict (digest) do nothing returning id
                                """)
                        .param(digest.bytes())
                        .param(members.toArray())
                        .query((row, number) -> row.getInt(1))
                        .optional();
        int set = created.or(() -> find(digest)).orElseThrow();
        // One that is rolled back is not found, and another one is chosen.
        loadedLikeSets().add(set, members);
        return set;
    }

    private void end(int host, Instant now) {
        jdbc.sql(
                        """
                        update inventory.host_packages set until = ?
                        where host = ? and until = 'infinity'
                        """)
                .param(Timestamp.from(now))
                .param(host)
                .update();
    }

    private void begin(int host, SetDelta delta, PackageChange change) {
        jdbc.sql(
                        """
                        insert into inventory.host_packages
                          (host, since, set_id, added, removed, gained, lost)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(host)
                .param(Timestamp.from(change.since()))
                .param(delta.set())
                .param(delta.added().toArray())
                .param(delta.removed().toArray())
                .param(change.before() == null ? null : change.gained().toArray())
                .param(change.lost().toArray())
                .update();
    }

    static PackageIds ids(ResultSet row, String column) throws SQLException {
        return PackageIds.of(
                Arrays.stream((Integer[]) row.getArray(column).getArray())
                        .mapToInt(Integer::intValue));
    }

    private static Digest digest(PackageIds ids) {
        ByteBuffer bytes = ByteBuffer.allocate(ids.size() * Integer.BYTES);
        bytes.asIntBuffer().put(ids.toArray());
        return new Digest(PackageRow.sha256().digest(bytes.array()));
    }
}
