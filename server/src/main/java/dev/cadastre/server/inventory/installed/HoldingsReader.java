package dev.cadastre.server.inventory.installed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers which hosts have which packages: for now from memory once that is loaded, else from the
 * database, with equal results. Thread-safe.
 */
@Component
public class HoldingsReader {

    private static final Logger log = LoggerFactory.getLogger(HoldingsReader.class);

    private final JdbcClient jdbc;
    private final PackageSets sets;
    private final TransactionTemplate transaction;
    private final PackageIndex index = new PackageIndex(this::present);

    HoldingsReader(JdbcClient jdbc, PackageSets sets, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.sets = sets;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
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

    /** As above, for questions that need not know anything of the hosts. */
    public <T> T askHolders(
            PackageIds ids, @Nullable Instant at, Function<PackageHolders, T> question) {
        T known = at == null ? index.ask(question::apply) : index.askAt(at, question);
        return known != null ? known : question.apply(storedHolders(ids, at));
    }

    /** Whether the present is answered from memory. */
    public boolean loaded() {
        return index.ask(holdings -> true) != null;
    }

    /** Forgets how packages came and went before; that is no longer kept for any host. */
    public void forgetBefore(Instant limit) {
        index.forgetBefore(limit);
    }

    /** Where the living host of that name belongs; empty if none is known, or not yet. */
    public Optional<String> environmentOf(String name) {
        Optional<HostEntry> entry =
                index.ask(holdings -> Optional.ofNullable(holdings.hosts().get(name)));
        return entry == null ? Optional.empty() : entry.map(HostEntry::environment);
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
        Thread.ofVirtual()
                .name("package-index")
                .start(() -> transaction.executeWithoutResult(status -> load()));
    }

    /**
     * In one transaction, for its connection: those who tell of a change wait for the index with
     * theirs in hand, and must not be waited for.
     */
    private void load() {
        long start = System.nanoTime();
        directory(index::place);
        sets.written().forEach((host, written) -> index.load(host, hostMembers(written)));
        sets.eachChange(index::loadChange);
        index.loaded();
        log.info(
                "Loaded which hosts have which packages in {} ms",
                (System.nanoTime() - start) / 1_000_000);
    }

    private Holdings stored(PackageIds ids, @Nullable Instant at) {
        StoredHoldings holdings = storedHolders(ids, at);
        if (at == null) {
            directory(holdings::place);
        } else {
            directory(at, holdings);
        }
        return holdings;
    }

    private StoredHoldings storedHolders(PackageIds ids, @Nullable Instant at) {
        StoredHoldings holdings = new StoredHoldings();
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
                                with wanted as (select unnest(:ids) as package),
                                base as materialized (
                                  select id as set_id, package from inventory.package_set, wanted
                                  where package = any(members))
                                select host, package from inventory.host_packages
                                join base using (set_id)
                                where %1$s and not package = any(removed)
                                union all
                                select host, package from inventory.host_packages
                                join wanted on package = any(added)
                                where %1$s
                                """
                                        .formatted(moment))
                        .param("ids", ids.toArray());
        (at == null ? query : query.param("at", Timestamp.from(at)))
                .query(row -> {
                    holdings.hold(row.getInt("host"), row.getInt("package"));
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

    private PackageIndex.@Nullable HostMembers present(int host) {
        return sets.written(host, null).map(this::hostMembers).orElse(null);
    }

    private PackageIndex.HostMembers hostMembers(WrittenSet written) {
        return new PackageIndex.HostMembers(written.since(), sets.members(written));
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
