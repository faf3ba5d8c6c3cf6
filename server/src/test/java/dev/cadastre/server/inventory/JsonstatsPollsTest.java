package dev.cadastre.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.probe.UnderstoodLines;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.dispatch.Dispatch;
import dev.cadastre.server.dispatch.HttpFetch;
import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.estate.NewHost;
import dev.cadastre.server.inventory.BrokenServer.Behaviour;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The scheduler, whose clock is the test's, beside servers that never end; and on demand. */
@ServerTest
class JsonstatsPollsTest {

    private static final Duration INTERVAL = Duration.ofMinutes(5);

    /** Longer than any test: whoever waits for it to pass never ends. */
    private static final Duration FOR_EVER = Duration.ofHours(1);

    private static final String DOCUMENT = "{\"deb\": {\"adduser\": \"3.134\"}}";

    private static final Behaviour ANSWERING =
            out -> {
                BrokenServer.head(out, "200 OK", "application/json");
                BrokenServer.text(out, DOCUMENT);
            };

    @Autowired private Dispatch dispatch;
    @Autowired private HttpFetch fetch;
    @Autowired private Reports reports;
    @Autowired private Outcomes outcomes;
    @Autowired private ProbePlugins plugins;
    @Autowired private CollectionProperties collectionProperties;
    @Autowired private JsonstatsTable table;
    @Autowired private Hosts hosts;
    @Autowired private Packages packages;
    @Autowired private Estate estate;
    @Autowired private Access access;
    @Autowired private Clock clock;

    private @Nullable JsonstatsPolls polls;

    /** Is connected to, and tells nothing. */
    private final class Silent extends Collector {
        Silent() {
            super(
                    dispatch,
                    reports,
                    outcomes,
                    plugins,
                    collectionProperties,
                    new UnderstoodLines());
        }

        @Override
        Ending collect(DeclaredHost host, UUID id, String actor) {
            return Ending.COLLECTED;
        }
    }

    private JsonstatsPolls polls(int atOnce) {
        var properties = new JsonstatsProperties(INTERVAL, atOnce, FOR_EVER, 100_000, true);
        var poll = new JsonstatsPoll(fetch, reports, table, properties, clock);
        var started = new JsonstatsPolls(poll, table, estate, access, clock, properties);
        started.start();
        polls = started;
        return started;
    }

    @AfterEach
    void stop() {
        if (polls != null) {
            polls.stop();
        }
    }

    private DeclaredHost host(String name, String address, @Nullable BrokenServer server) {
        return access.asSystem(() -> {
            Map<String, String> settings = new HashMap<>(Map.of("address", address));
            if (server != null) {
                settings.put("jsonstats", server.uri().toString());
            }
            estate.addHost(new NewHost(name, "polls", List.of(), settings));
            return estate.host(name).orElseThrow();
        });
    }

    private static Behaviour counted(AtomicInteger times, Behaviour behaviour) {
        return out -> {
            times.incrementAndGet();
            behaviour.answer(out);
        };
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private CollectionProgress.Item collect(JsonstatsPolls polls, String name) {
        var collections =
                new Collections(
                        new Silent(),
                        polls,
                        outcomes,
                        hosts,
                        estate,
                        access,
                        clock,
                        collectionProperties);
        collections.start();
        try {
            return access.asSystem(() -> {
                String id = collections.collect(Set.of(name), null).id();
                until(() -> collections.progress(id).orElseThrow().finished());
                return collections.progress(id).orElseThrow().items().getFirst();
            });
        } finally {
            collections.stop();
        }
    }

    private Outcome.@Nullable Kind known(String name) {
        Jsonstats known = hosts.detail(name, Reach.ALL).orElseThrow().jsonstats();
        return known == null ? null : known.outcome().kind();
    }

    @Test
    void goesOnBesideServersThatHangTrickleAndFlood() throws IOException {
        var hung = new AtomicInteger();
        var trickled = new AtomicInteger();
        var flooded = new AtomicInteger();
        var answered = new AtomicInteger();
        Behaviour trickling =
                out -> {
                    BrokenServer.head(out, "200 OK", "application/json");
                    BrokenServer.trickle(out, " ");
                };
        Behaviour flooding =
                out -> {
                    BrokenServer.head(out, "200 OK", "application/json");
                    while (true) {
                        BrokenServer.text(out, "[".repeat(10_000));
                    }
                };
        try (var hang = BrokenServer.that(counted(hung, out -> BrokenServer.hang()));
                var trickle = BrokenServer.that(counted(trickled, trickling));
                var flood = BrokenServer.that(counted(flooded, flooding));
                var answer = BrokenServer.that(counted(answered, ANSWERING))) {
            JsonstatsPolls polls = polls(3);
            polls.add(host("polls-hang1", "none", hang), null);
            polls.add(host("polls-trickle1", "none", trickle), null);
            polls.add(host("polls-flood1", "none", flood), null);
            polls.add(host("polls-answer1", "none", answer), null);
            host("polls-ssh1", "127.0.0.1", null);
            polls.pollDue(System.nanoTime());
            until(() -> hung.get() == 1 && trickled.get() == 1);

            for (int round = 2; round <= 4; round++) {
                int wanted = round;
                long later = System.nanoTime() + INTERVAL.multipliedBy(round).toNanos();
                until(() -> {
                    polls.pollDue(later);
                    return answered.get() >= wanted && flooded.get() >= wanted;
                });
            }

            assertThat(collect(polls, "polls-ssh1").outcome()).isEqualTo(Outcome.Kind.COLLECTED);
            assertThat(known("polls-answer1")).isEqualTo(Outcome.Kind.COLLECTED);
            assertThat(known("polls-flood1")).isEqualTo(Outcome.Kind.GARBLED);
            assertThat(hung).hasValue(1);
            assertThat(trickled).hasValue(1);
        }
    }

    @Test
    void leavesCollectionsTheirPlacesWhereServersHangInAllItsOwn() throws IOException {
        var hung = new AtomicInteger();
        var answered = new AtomicInteger();
        try (var answer = BrokenServer.that(counted(answered, ANSWERING))) {
            JsonstatsPolls polls = polls(1);
            try (var hang = BrokenServer.that(counted(hung, out -> BrokenServer.hang()))) {
                polls.add(host("polls-hang2", "none", hang), null);
                polls.pollDue(System.nanoTime());
                until(() -> hung.get() == 1);
                polls.add(host("polls-answer2", "none", answer), null);
                polls.pollDue(System.nanoTime());
                host("polls-ssh2", "127.0.0.1", null);

                assertThat(collect(polls, "polls-ssh2").outcome())
                        .isEqualTo(Outcome.Kind.COLLECTED);
                assertThat(answered).hasValue(0);
            }

            until(() -> known("polls-answer2") == Outcome.Kind.COLLECTED);
        }
    }

    @Test
    void asksOnDemand() throws IOException {
        try (var answer = BrokenServer.that(ANSWERING)) {
            host("polls-asked1", "none", answer);

            CollectionProgress.Item item = collect(polls(1), "polls-asked1");

            assertThat(item.outcome()).isEqualTo(Outcome.Kind.COLLECTED);
            assertThat(
                            packages.ofHost(
                                            new HostPackageQuery(
                                                    "polls-asked1", null, null, null, null, 9),
                                            Reach.ALL)
                                    .items())
                    .extracting(each -> each.item().name())
                    .containsExactly("adduser");
        }
    }

    @Test
    void tellsWhoAskedThatAServerFailsBesideAHostThatWasCollected() throws IOException {
        Behaviour failing = out -> BrokenServer.head(out, "500 No", "text/plain");
        try (var fail = BrokenServer.that(failing)) {
            host("polls-asked2", "127.0.0.1", fail);

            CollectionProgress.Item item = collect(polls(1), "polls-asked2");

            assertThat(item.outcome()).isEqualTo(Outcome.Kind.GARBLED);
            assertThat(item.reason())
                    .startsWith("It was collected, but its jsonstats server fails: ")
                    .contains("answers 500");
            assertThat(item.remedy()).isNotBlank();
        }
    }

    @Test
    void asksOnDemandWhatTheScheduleIsNotDueToAsk() throws IOException {
        var answered = new AtomicInteger();
        try (var answer = BrokenServer.that(counted(answered, ANSWERING))) {
            JsonstatsPolls polls = polls(1);
            polls.add(host("polls-asked3", "none", answer), clock.instant());
            polls.pollDue(System.nanoTime());
            assertThat(answered).hasValue(0);

            collect(polls, "polls-asked3");

            assertThat(answered).hasValue(1);
        }
    }
}
