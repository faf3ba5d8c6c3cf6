package dev.cadastre.server.inventory;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.estate.EstateChanged;
import dev.cadastre.server.estate.EstateDiff;
import dev.cadastre.server.estate.SectionKind;
import dev.cadastre.server.inventory.Collector.Ending;
import dev.cadastre.server.timeline.NewEvent;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Asks the jsonstats servers of declared hosts on a schedule and on demand, a bounded number at
 * once, with places of their own: however they fail, collections go on. Thread-safe.
 */
@Component
class JsonstatsPolls extends BackgroundThreads {

    private static final Logger log = LoggerFactory.getLogger(JsonstatsPolls.class);

    private static final Ending UNDECLARED =
            new Ending(
                    Outcome.Kind.PENDING,
                    "The estate states no jsonstats server of this host any longer",
                    null);

    private final JsonstatsPoll poll;
    private final JsonstatsTable table;
    private final Estate estate;
    private final Access access;
    private final Clock clock;
    private final JsonstatsProperties properties;
    private final CollectionSchedule schedule = new CollectionSchedule();
    private final Semaphore places;

    JsonstatsPolls(
            JsonstatsPoll poll,
            JsonstatsTable table,
            Estate estate,
            Access access,
            Clock clock,
            JsonstatsProperties properties) {
        this.poll = poll;
        this.table = table;
        this.estate = estate;
        this.access = access;
        this.clock = clock;
        this.properties = properties;
        this.places = new Semaphore(properties.atOnce(), true);
    }

    @EventListener
    void begin(ApplicationReadyEvent ready) {
        access.asSystem(() -> {
            keepDeclared(estate.hosts());
            estate.hosts().forEach(host -> add(host, table.lastAttempt(host.name())));
        });
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void follow(EstateChanged changed) {
        Collection<DeclaredHost> hosts = changed.model().hosts().values();
        for (EstateDiff.Change change : changed.diff().of(SectionKind.HOST)) {
            schedule.remove(change.name());
            DeclaredHost host = changed.model().hosts().get(change.name());
            if (host != null) {
                add(host, null);
            }
        }
        execute(() -> keepDeclared(hosts));
    }

    private void keepDeclared(Collection<DeclaredHost> hosts) {
        Set<String> names =
                hosts.stream()
                        .filter(host -> host.jsonstats() != null)
                        .map(DeclaredHost::name)
                        .collect(Collectors.toSet());
        table.keepOnly(names);
    }

    /** Schedules a host that has such a server. */
    void add(DeclaredHost host, @Nullable Instant lastAttempt) {
        if (host.jsonstats() != null) {
            Duration sinceLast =
                    lastAttempt == null ? null : Duration.between(lastAttempt, clock.instant());
            schedule.add(host.name(), System.nanoTime(), sinceLast, properties.interval());
        }
    }

    @Scheduled(fixedRate = 1_000)
    void pollDue() {
        pollDue(System.nanoTime());
    }

    void pollDue(long now) {
        if (isRunning() && properties.scheduled()) {
            schedule.takeDue(now).forEach(name -> execute(() -> pollTaken(name, NewEvent.SYSTEM)));
        }
    }

    /**
     * Asks a declared host's server now, as soon as there is room. One asking under way is waited
     * for and does not count: it may have begun before what the asker wants to see.
     */
    Ending poll(String name, String actor) throws InterruptedException {
        schedule.take(name);
        return pollTaken(name, actor);
    }

    /** Asks a host's server that the schedule has given out, and gives it back. */
    private Ending pollTaken(String name, String actor) {
        long asked = System.nanoTime();
        try {
            places.acquire();
            try {
                return access.asSystem(() ->
                        estate.host(name)
                                .map(host -> pollDeclared(host, host.jsonstats(), actor))
                                .orElse(UNDECLARED));
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Ending.STOPPING;
        } catch (RuntimeException | Error e) {
            log.error("Asking the jsonstats server of {} failed", name, e);
            return Ending.failed(e);
        } finally {
            Duration took = Duration.ofNanos(System.nanoTime() - asked);
            schedule.ended(name, asked, took, properties.interval());
        }
    }

    private Ending pollDeclared(DeclaredHost host, @Nullable URI uri, String actor) {
        return uri == null ? UNDECLARED : poll.poll(host, uri, actor);
    }
}
