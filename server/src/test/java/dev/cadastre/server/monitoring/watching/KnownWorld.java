package dev.cadastre.server.monitoring.watching;

import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.PluginState;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.monitoring.CheckPlace;
import dev.cadastre.server.monitoring.LastResult;
import dev.cadastre.server.monitoring.MonitorDefinition;
import dev.cadastre.server.monitoring.MonitorKind;
import dev.cadastre.server.monitoring.keeping.MonitorBook;
import dev.cadastre.server.monitoring.keeping.MonitorRow;
import dev.cadastre.server.monitoring.keeping.StandingTurn;
import dev.cadastre.server.monitoring.keeping.StateTable;
import dev.cadastre.server.monitoring.keeping.Watched;
import dev.cadastre.server.monitoring.series.Series;
import dev.cadastre.server.monitoring.series.SeriesAnswer;
import dev.cadastre.server.monitoring.series.SeriesFigures;
import dev.cadastre.server.monitoring.series.SeriesLabel;
import dev.cadastre.server.monitoring.state.Standing;
import dev.cadastre.server.monitoring.state.StatesChanged;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/**
 * Monitors of facts and rules in a book of their own, which nobody but a test looks at, with the
 * real tables.
 */
final class KnownWorld extends Clock {

    /** Above whatever the server under test makes. */
    private static final AtomicLong IDS = new AtomicLong(5_000_000_000L);

    private final MonitorBook book = new MonitorBook();
    private final KnownChecks checks;
    private final Set<Long> broken = new HashSet<>();
    private Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private int commits;

    KnownWorld(
            StateTable states,
            PlatformTransactionManager transactions,
            Access access,
            KnownQuestions questions) {
        Findings findings =
                new Findings(
                        book,
                        states,
                        new StandingTurn(),
                        new NoSeries(),
                        this::hear,
                        new Counting(transactions),
                        this);
        checks = new KnownChecks(book, findings, questions, access, this);
    }

    /** Nothing that changes what is thought of a monitor can be written. */
    void breakWriting(long monitor) {
        broken.add(monitor);
    }

    void mendWriting() {
        broken.clear();
    }

    private void hear(Object event) {
        if (event instanceof StatesChanged changed
                && changed.changes().stream().anyMatch(one -> broken.contains(one.monitor()))) {
            throw new IllegalStateException("It cannot be written.");
        }
    }

    /** A definition that makes a problem certain at once; returns its id. */
    static long definition() {
        return IDS.incrementAndGet();
    }

    static MonitorDefinition fact(String name, String breach) {
        return meaning(name, MonitorKind.FACT, Map.of("breach", breach));
    }

    static MonitorDefinition meaning(String name, MonitorKind kind, Map<String, String> settings) {
        return new MonitorDefinition(
                name,
                null,
                "*",
                kind,
                List.of(),
                settings,
                Duration.ofMinutes(5),
                Duration.ofSeconds(10),
                0,
                Duration.ofSeconds(15),
                CheckPlace.SERVER,
                false,
                true,
                null);
    }

    /** A monitor of the host with that ordinal; returns its id. */
    long monitor(long definition, MonitorDefinition meaning, int host) {
        long id = IDS.incrementAndGet();
        MonitorRow row =
                new MonitorRow(id, definition, meaning.name(), "host:h" + host, host, "qa", now);
        book.put(new Watched(row, meaning, Standing.pending(now), null));
        return id;
    }

    void look() {
        checks.look();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Standing standing(long monitor) {
        return book.find(monitor).orElseThrow().standing();
    }

    LastResult last(long monitor) {
        return Objects.requireNonNull(book.find(monitor).orElseThrow().last());
    }

    int commits() {
        return commits;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("This clock is UTC");
    }

    private final class Counting implements PlatformTransactionManager {

        private final PlatformTransactionManager transactions;

        private Counting(PlatformTransactionManager transactions) {
            this.transactions = transactions;
        }

        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            return transactions.getTransaction(definition);
        }

        @Override
        public void commit(TransactionStatus status) {
            transactions.commit(status);
            commits++;
        }

        @Override
        public void rollback(TransactionStatus status) {
            transactions.rollback(status);
        }
    }

    /** Facts and rules measure nothing. */
    private static final class NoSeries implements Series {

        @Override
        public void store(long monitor, Instant at, List<Metric> metrics) {}

        @Override
        public void state(long monitor, Instant at, PluginState state) {}

        @Override
        public SeriesAnswer read(
                long monitor, Predicate<String> label, Instant from, Instant to, int points) {
            return SeriesAnswer.NONE;
        }

        @Override
        public List<SeriesLabel> labels(long monitor) {
            return List.of();
        }

        @Override
        public void forget(long monitor) {}

        @Override
        public List<SeriesFigures> figures() {
            return List.of();
        }
    }
}
