package dev.cadastre.server.inventory.installed;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
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

    private static final int LIKE_HOSTS = 8;
    private static final int REMEMBERED = 2_000;

    private final JdbcClient jdbc;

    /** Sets never change, and their ids are never used again. */
    private final Recent<Integer, PackageIds> sets = new Recent<>(REMEMBERED);

    PackageSets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Makes {@code wanted} of the present packages the host's packages from now on.
     *
     * @param os what like hosts have in common, for the choice of a set to share
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public PackageChange apply(int host, String os, UnaryOperator<PackageIds> wanted, Instant now) {
        Optional<WrittenSet> present = written(host, null);
        PackageIds before = present.map(this::members).orElse(PackageIds.NONE);
        PackageIds after = wanted.apply(before);
        if (present.isPresent() && after.equals(before)) {
            Instant since = present.get().since();
            return new PackageChange(since, since, PackageIds.NONE, PackageIds.NONE, after);
        }
        SetDelta delta =
                write(
                        after,
                        os,
                        present.map(WrittenSet::set)
                                .map(set -> new SetDelta.Stored(set, membersOf(set)))
                                .orElse(null));
        PackageChange change =
                new PackageChange(
                        present.map(WrittenSet::since).orElse(null),
                        now,
                        after.minus(before),
                        before.minus(after),
                        after);
        end(host, now);
        begin(host, delta, change);
        return change;
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
        return jdbc.sql(
                        """
                        delete from inventory.package_set s
                        where not exists
                          (select from inventory.host_packages where set_id = s.id)
                        """)
                .update();
    }

    private SetDelta write(PackageIds wanted, String os, SetDelta.@Nullable Stored present) {
        Digest digest = digest(wanted);
        Optional<Integer> same = find(digest);
        if (same.isPresent()) {
            return new SetDelta(same.get(), PackageIds.NONE, PackageIds.NONE);
        }
        SetDelta chosen = SetDelta.choose(wanted, present, likeHosts(os));
        return chosen.set() != null
                ? chosen
                : new SetDelta(create(wanted, digest, os), PackageIds.NONE, PackageIds.NONE);
    }

    /** Locks the set, so that it is not deleted as unused before it is used. */
    private Optional<Integer> find(Digest digest) {
        return jdbc.sql("select id from inventory.package_set where digest = ? for key share")
                .param(digest.bytes())
                .query((row, number) -> row.getInt(1))
                .optional();
    }

    private List<SetDelta.Stored> likeHosts(String os) {
        return jdbc.sql(
                        """
                        select id, members from inventory.package_set
                        where os = ? order by id desc limit ? for key share
                        """)
                .param(os)
                .param(LIKE_HOSTS)
                .query((row, number) -> new SetDelta.Stored(row.getInt("id"), ids(row, "members")))
                .list();
    }

    private int create(PackageIds members, Digest digest, String os) {
        Optional<Integer> created =
                jdbc.sql(
                                """
                                insert into inventory.package_set (digest, os, members)
                                values (?, ?, ?) on conflict (digest) do nothing returning id
                                """)
                        .param(digest.bytes())
                        .param(os)
                        .param(members.toArray())
                        .query((row, number) -> row.getInt(1))
                        .optional();
        return created.or(() -> find(digest)).orElseThrow();
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
