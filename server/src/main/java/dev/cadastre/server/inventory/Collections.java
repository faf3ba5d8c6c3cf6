package dev.cadastre.server.inventory;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.Estate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Collects hosts on a schedule and on demand, a bounded number at once. Thread-safe.
 *
 * <p>Which hosts there are, and when each was last attempted, is in the database; this holds only
 * what runs now.
 */
@Service
public class Collections extends BackgroundThreads {

    private static final Logger log = LoggerFactory.getLogger(Collections.class);
    private static final int REMEMBERED = 1_000;

    private final Collector collector;
    private final JsonstatsPolls polls;
    private final Outcomes outcomes;
    private final Hosts hosts;
    private final Estate estate;
    private final Access access;
    private final Clock clock;
    private final CollectionProperties properties;
    private final CollectionSchedule schedule = new CollectionSchedule();
    private final Semaphore places;
    private final Map<String, Asked> asked = new LinkedHashMap<>();

    Collections(
            Collector collector,
            JsonstatsPolls polls,
            Outcomes outcomes,
            Hosts hosts,
            Estate estate,
            Access access,
            Clock clock,
            CollectionProperties properties) {
        this.collector = collector;
        this.polls = polls;
        this.outcomes = outcomes;
        this.hosts = hosts;
        this.estate = estate;
        this.access = access;
        this.clock = clock;
        this.properties = properties;
        this.places = new Semaphore(properties.atOnce());
    }

    /**
     * Collects these hosts as soon as there is room, and asks their jsonstats servers; ones that
     * are being collected already are waited for.
     *
     * @param names the hosts, or null for all that the actor may have collected and that do not
     *     merely push their reports
     * @param environment only hosts of this one; null for any
     * @throws UnknownHost if a name is not that of a declared host
     * @throws NotCollected if one of the named hosts pushes its reports, and nothing else is told
     *     of it
     * @throws dev.cadastre.server.access.NotAllowed if one of them may not be collected by the
     *     actor
     */
    public CollectionProgress collect(@Nullable Set<String> names, @Nullable String environment) {
        List<DeclaredHost> wanted = wanted(names, environment);
        var collection = new Asked(UUID.randomUUID().toString(), wanted);
        remember(collection);
        String actor = access.actor().label();
        wanted.forEach(host -> execute(() -> collectAsked(host, collection, actor)));
        return collection.progress(Reach.ALL);
    }

    /**
     * How far that collection has come, as far as the hosts are ones that the actor may read; empty
     * if none of them is, or the server does not remember the collection.
     */
    public Optional<CollectionProgress> progress(String id) {
        Reach reach = access.reach(Verb.READ, Part.INVENTORY);
        synchronized (asked) {
            return Optional.ofNullable(asked.get(id))
                    .filter(collection -> collection.isVisible(reach))
                    .map(collection -> collection.progress(reach));
        }
    }

    /** How often hosts are collected now, and why. */
    public CollectionPace pace() {
        return CollectionPace.of(
                properties.interval(), schedule.hosts(), schedule.mean(), properties.atOnce());
    }

    private List<DeclaredHost> wanted(@Nullable Set<String> names, @Nullable String environment) {
        Reach reach = access.reach(Verb.RUN, Part.INVENTORY);
        if (reach.equals(Reach.NONE)) {
            access.require(Verb.RUN, Part.INVENTORY, environment);
        }
        List<DeclaredHost> wanted =
                names == null
                        ? estate.hosts().stream()
                                .filter(host -> reach.covers(host.environment()))
                                .filter(Collections::isAsked)
                                .toList()
                        : names.stream().map(this::declared).toList();
        List<DeclaredHost> inEnvironment =
                wanted.stream()
                        .filter(host ->
                                environment == null || host.environment().equals(environment))
                        .toList();
        inEnvironment.forEach(host -> access.require(Verb.RUN, Part.INVENTORY, host.environment()));
        inEnvironment.stream()
                .filter(host -> !isAsked(host))
                .findFirst()
                .ifPresent(host -> {
                    throw new NotCollected(host.name());
                });
        return inEnvironment;
    }

    private static boolean isAsked(DeclaredHost host) {
        return host.isConnectedTo() || host.jsonstats() != null;
    }

    private DeclaredHost declared(String name) {
        return estate.host(name).orElseThrow(() -> new UnknownHost(name));
    }

    @Scheduled(fixedDelay = 1_000)
    void collectDue() {
        if (!isRunning() || !properties.scheduled()) {
            return;
        }
        schedule.takeDue(System.nanoTime())
                .forEach(name -> execute(() -> collectTaken(name, "system")));
    }

    void add(DeclaredHost host, @Nullable Instant lastAttempt) {
        Duration sinceLast =
                lastAttempt == null ? null : Duration.between(lastAttempt, clock.instant());
        schedule.add(host.name(), System.nanoTime(), sinceLast, pace().interval());
    }

    void remove(String host) {
        schedule.remove(host);
    }

    private void collectAsked(DeclaredHost host, Asked collection, String actor) {
        Collector.Ending ending = Collector.Ending.STOPPING;
        try {
            ending = collectAsked(host, actor);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            // Whoever asked waits for this, so it must come whatever happens.
            collection.done(
                    new CollectionProgress.Item(
                            host.name(), ending.kind(), ending.reason(), ending.remedy()));
        }
    }

    /** How all that can be asked of a host went; what it tells itself counts first. */
    private Collector.Ending collectAsked(DeclaredHost host, String actor)
            throws InterruptedException {
        if (!host.isConnectedTo()) {
            return polls.poll(host.name(), actor);
        }
        // One under way may have begun before what the asker wants to see, so it does not count.
        schedule.take(host.name());
        Collector.Ending own = collectTaken(host.name(), actor);
        if (host.jsonstats() == null) {
            return own;
        }
        Collector.Ending polled = polls.poll(host.name(), actor);
        return own.kind().failing() || !polled.kind().failing()
                ? own
                : new Collector.Ending(
                        polled.kind(),
                        "It was collected, but its jsonstats server fails: " + polled.reason(),
                        polled.remedy());
    }

    /** Collects a host that the schedule has given out, and gives it back. */
    private Collector.Ending collectTaken(String name, String actor) {
        long asked = System.nanoTime();
        long start = asked;
        try {
            places.acquire();
            try {
                start = System.nanoTime();
                return access.asSystem(() -> collect(name, actor));
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Collector.Ending.STOPPING;
        } catch (RuntimeException | Error e) {
            log.error("Collecting {} failed", name, e);
            return recorded(name, Collector.Ending.failed(e));
        } finally {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            schedule.ended(name, asked, took, pace().interval());
        }
    }

    /** What cannot be recorded either is at least told to whoever asked, and to the log. */
    private Collector.Ending recorded(String name, Collector.Ending ending) {
        try {
            hosts.named(name, null, Reach.ALL)
                    .ifPresent(host ->
                            outcomes.record(
                                    host.id(), ending.kind(), ending.reason(), ending.remedy()));
        } catch (RuntimeException | Error e) {
            log.error("That collecting {} failed cannot be recorded", name, e);
        }
        return ending;
    }

    private Collector.Ending collect(String name, String actor) {
        DeclaredHost host = declared(name);
        UUID id = hosts.named(name, null, Reach.ALL).orElseThrow(() -> new UnknownHost(name)).id();
        return collector.collect(host, id, actor);
    }

    private void remember(Asked collection) {
        synchronized (asked) {
            asked.put(collection.id, collection);
            var oldest = asked.values().iterator();
            while (asked.size() > REMEMBERED) {
                oldest.next();
                oldest.remove();
            }
        }
    }

    /** A collection that somebody asked for. */
    private static final class Asked {
        private final String id;
        private final Map<String, String> environments;
        private final List<CollectionProgress.Item> done = new ArrayList<>();

        Asked(String id, List<DeclaredHost> hosts) {
            this.id = id;
            this.environments =
                    hosts.stream()
                            .collect(
                                    Collectors.toMap(
                                            DeclaredHost::name, DeclaredHost::environment));
        }

        /** One for no host tells nothing of any. */
        boolean isVisible(Reach reach) {
            return environments.isEmpty() || environments.values().stream().anyMatch(reach::covers);
        }

        synchronized void done(CollectionProgress.Item item) {
            done.add(item);
        }

        synchronized CollectionProgress progress(Reach reach) {
            long total = environments.values().stream().filter(reach::covers).count();
            return new CollectionProgress(
                    id,
                    Math.toIntExact(total),
                    done.stream().filter(item -> covers(reach, item)).toList());
        }

        private boolean covers(Reach reach, CollectionProgress.Item item) {
            String environment = environments.get(item.host());
            return environment != null && reach.covers(environment);
        }
    }
}
