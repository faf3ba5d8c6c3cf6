package dev.cadastre.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.probe.UnderstoodLines;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.dispatch.Dispatch;
import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.estate.NewHost;
import dev.cadastre.server.timeline.Timeline;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class CollectionsTest {

    @Autowired private Dispatch dispatch;
    @Autowired private Reports reports;
    @Autowired private Outcomes outcomes;
    @Autowired private JsonstatsPolls polls;
    @Autowired private ProbePlugins plugins;
    @Autowired private CollectionProperties properties;
    @Autowired private Hosts hosts;
    @Autowired private HostTable table;
    @Autowired private Timeline timeline;
    @Autowired private JdbcClient jdbc;
    @Autowired private Estate estate;
    @Autowired private Access access;
    @Autowired private Clock clock;

    private Recording recording;

    /** Fails in the way it is given. */
    private final class Failing extends Collector {
        private final Supplier<Ending> failure;

        Failing(Supplier<Ending> failure) {
            super(dispatch, reports, outcomes, plugins, properties, new UnderstoodLines());
            this.failure = failure;
        }

        @Override
        Ending collect(DeclaredHost host, UUID id, String actor) {
            return failure.get();
        }
    }

    /** Remembers what is recorded, or fails to, as a database whose disk is full. */
    private final class Recording extends Outcomes {
        private final List<Outcome.Kind> kinds = new CopyOnWriteArrayList<>();
        private boolean full;

        Recording() {
            super(jdbc, table, timeline, clock);
        }

        @Override
        public void record(
                UUID host, Outcome.Kind kind, @Nullable String reason, @Nullable String remedy) {
            if (full) {
                throw new IllegalStateException("the disk is full");
            }
            kinds.add(kind);
        }
    }

    @BeforeEach
    void recordNothingYet() {
        recording = new Recording();
    }

    private CollectionProgress.Item collect(String name, Supplier<Collector.Ending> failure) {
        var collections =
                new Collections(
                        new Failing(failure),
                        polls,
                        recording,
                        hosts,
                        estate,
                        access,
                        clock,
                        properties);
        collections.start();
        try {
            return access.asSystem(() -> {
                Map<String, String> settings = Map.of("address", "127.0.0.1", "ssh.port", "1");
                estate.addHost(new NewHost(name, "collections", List.of(), settings));
                CollectionProgress progress = collections.collect(Set.of(name), null);
                while (!progress.finished()) {
                    Thread.onSpinWait();
                    progress = collections.progress(progress.id()).orElseThrow();
                }
                return progress.items().getFirst();
            });
        } finally {
            collections.stop();
        }
    }

    @Test
    void recordsAFailureOfItsOwnAsAnOutcomeThatSomebodyHasToLookAfter() {
        CollectionProgress.Item item =
                collect(
                        "collections-a1",
                        () -> {
                            throw new IllegalStateException("no space left on device");
                        });

        assertThat(item.outcome()).isEqualTo(Outcome.Kind.SERVER_FAILED);
        assertThat(item.reason()).contains("no space left on device");
        assertThat(item.remedy()).contains("log");
        assertThat(recording.kinds).containsExactly(Outcome.Kind.SERVER_FAILED);
    }

    @Test
    void endsThoughWhatFailedIsAnError() {
        CollectionProgress.Item item =
                collect(
                        "collections-b1",
                        () -> {
                            throw new StackOverflowError("too deep");
                        });

        assertThat(item.outcome()).isEqualTo(Outcome.Kind.SERVER_FAILED);
        assertThat(item.reason()).contains("too deep");
    }

    @Test
    void tellsWhoAskedThoughTheFailureCannotBeRecorded() {
        recording.full = true;

        CollectionProgress.Item item =
                collect(
                        "collections-c1",
                        () -> {
                            throw new IllegalStateException("no space left on device");
                        });

        assertThat(item.outcome()).isEqualTo(Outcome.Kind.SERVER_FAILED);
        assertThat(item.reason()).contains("no space left on device");
    }
}
