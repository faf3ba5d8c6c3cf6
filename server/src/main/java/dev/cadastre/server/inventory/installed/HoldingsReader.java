package dev.cadastre.server.inventory.installed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Answers which hosts have which packages: for now from memory once that is loaded, else from the
 * database, with equal results. Thread-safe.
 */
@Component
public class HoldingsReader {

    private static final Logger log = LoggerFactory.getLogger(HoldingsReader.class);

    private final JdbcClient jdbc;
    private final PackageIndex index = new PackageIndex(this::present);

    HoldingsReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What {@code question} finds.
     *
     * @param ids the packages that it may ask for
     * @param at the moment; null for now
     * @param question computes only; it must not wait for anything
     */
    public <T> T ask(PackageIds ids, @Nullable Instant at, Function<Holdings, T> question) {
        T known = at == null ? index.ask(question) : null;
        return known != null ? known : question.apply(stored(ids, at));
    }

    /** Whether the present is answered from memory. */
    public boolean loaded() {
        return index.ask(holdings -> true) != null;
    }

    /** Tells of a host's name, place and life, once the transaction is committed. */
    public void placed(HostEntry entry) {
        afterCommit(() -> index.place(entry));
    }

    /** Tells of a change of a host's packages, once the transaction is committed. */
    public void changed(int host, PackageChange change) {
        if (!change.none()) {
            afterCommit(() ->
                    index.change(
                            host,
                            new PackageIndex.Step(
                                    change.before(),
                                    change.since(),
                                    change.gained(),
                                    change.lost())));
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void loadInBackground() {
        Thread.ofVirtual().name("package-index").start(this::load);
    }

    void load() {
        long start = System.nanoTime();
        directory(index::place);
        jdbc.sql(
                        """
                        select host, since, members, added, removed from inventory.host_packages
                        join inventory.package_set on id = set_id
                        where until = 'infinity' order by host
                        """)
                .query(row -> {
                    index.load(row.getInt("host"), hostMembers(row));
                });
        index.loaded();
        log.info(
                "Loaded which hosts have which packages in {} ms",
                (System.nanoTime() - start) / 1_000_000);
    }

    private PackageIndex.@Nullable HostMembers present(int host) {
        return jdbc.sql(
                        """
                        select since, members, added, removed from inventory.host_packages
                        join inventory.package_set on id = set_id
                        where host = ? and until = 'infinity'
                        """)
                .param(host)
                .query((row, number) -> hostMembers(row))
                .optional()
                .orElse(null);
    }

    private Holdings stored(PackageIds ids, @Nullable Instant at) {
        StoredHoldings holdings = new StoredHoldings();
        if (at == null) {
            directory(holdings::place);
        } else {
            directory(at, holdings);
        }
        holders(ids, at, holdings);
        return holdings;
    }

    private void directory(Consumer<HostEntry> target) {
        jdbc.sql("select ordinal, revision, name, environment, lifecycle from inventory.host")
                .query(row -> {
                    target.accept(entry(row));
                });
    }

    private void directory(Instant at, StoredHoldings holdings) {
        jdbc.sql(
                        """
                        select ordinal, revision, value ->> 'name' as name,
                               value ->> 'environment' as environment,
                               value ->> 'lifecycle' as lifecycle
                        from inventory.host_state join inventory.host on ordinal = subject
                        where since <= :at and until > :at
                        """)
                .param("at", Timestamp.from(at))
                .query(row -> {
                    holdings.place(entry(row));
                });
    }

    private void holders(PackageIds ids, @Nullable Instant at, StoredHoldings holdings) {
        String moment = at == null ? "until = 'infinity'" : "since <= :at and until > :at";
        JdbcClient.StatementSpec query =
                jdbc.sql(
                                """
                                select host, wanted.id from inventory.host_packages
                                join inventory.package_set s on s.id = set_id
                                cross join unnest(:ids) as wanted (id)
                                where %s
                                  and (wanted.id = any(added)
                                       or (wanted.id = any(members)
                                           and not wanted.id = any(removed)))
                                """
                                        .formatted(moment))
                        .param("ids", ids.toArray());
        (at == null ? query : query.param("at", Timestamp.from(at)))
                .query(row -> {
                    holdings.hold(row.getInt("host"), row.getInt("id"));
                });
    }

    private static HostEntry entry(ResultSet row) throws SQLException {
        return new HostEntry(
                row.getInt("ordinal"),
                row.getLong("revision"),
                row.getString("name"),
                row.getString("environment"),
                row.getString("lifecycle").equals("LIVE"));
    }

    private static PackageIndex.HostMembers hostMembers(ResultSet row) throws SQLException {
        return new PackageIndex.HostMembers(
                row.getTimestamp("since").toInstant(), PackageSets.members(row));
    }

    private static void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        work.run();
                    }
                });
    }
}
