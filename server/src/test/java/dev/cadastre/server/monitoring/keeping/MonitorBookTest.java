package dev.cadastre.server.monitoring.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.monitoring.CheckPlace;
import dev.cadastre.server.monitoring.MonitorDefinition;
import dev.cadastre.server.monitoring.MonitorKind;
import dev.cadastre.server.monitoring.state.Standing;
import dev.cadastre.server.monitoring.state.StateMachine;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MonitorBookTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final MonitorBook book = new MonitorBook();

    @BeforeEach
    void fill() {
        book.put(watched(3, "host:b", MonitorKind.FACT));
        book.put(watched(1, "host:a", MonitorKind.PLUGIN));
        book.put(watched(2, "host:a", MonitorKind.TCP));
    }

    private static Watched watched(long id, String asset, MonitorKind kind) {
        return new Watched(row(id, asset), definition(kind), Standing.pending(NOON), null);
    }

    private static MonitorRow row(long id, String asset) {
        return new MonitorRow(id, id, "works", asset, 0, "qa", NOON);
    }

    private static MonitorDefinition definition(MonitorKind kind) {
        return new MonitorDefinition(
                "works",
                "host:a",
                null,
                kind,
                List.of(),
                Map.of(),
                Duration.ofMinutes(1),
                Duration.ofSeconds(10),
                0,
                Duration.ofSeconds(15),
                CheckPlace.SERVER,
                false,
                true,
                null);
    }

    private static List<Long> ids(Collection<Watched> some) {
        return some.stream().map(Watched::id).toList();
    }

    private static Watched inDowntime(Watched one, boolean downtime) {
        return one.after(new StateMachine(0).downtime(one.standing(), downtime), null);
    }

    @Test
    void handsThemOutByTheirIds() {
        assertThat(ids(book.after(0))).containsExactly(1L, 2L, 3L);
        assertThat(ids(book.after(1))).containsExactly(2L, 3L);
        assertThat(ids(book.of("host:a"))).containsExactly(1L, 2L);
        assertThat(book.size()).isEqualTo(3);
    }

    @Test
    void knowsWhatIsReadOffTheRegister() {
        assertThat(ids(book.known())).containsExactly(3L);

        book.change(3, one -> one.as(one.row(), definition(MonitorKind.TCP)));
        book.change(2, one -> one.as(one.row(), definition(MonitorKind.FACT)));

        assertThat(ids(book.known())).containsExactly(2L);
    }

    @Test
    void knowsOfWhatProblemsAreExpected() {
        book.change(2, one -> inDowntime(one, true));
        assertThat(ids(book.inDowntime())).containsExactly(2L);

        book.change(2, one -> inDowntime(one, false));
        assertThat(book.inDowntime()).isEmpty();
    }

    @Test
    void followsOneToAnotherAsset() {
        book.change(1, one -> one.as(row(1, "host:b"), one.definition()));

        assertThat(ids(book.of("host:a"))).containsExactly(2L);
        assertThat(ids(book.of("host:b"))).containsExactly(1L, 3L);
    }

    @Test
    void forgetsOneWithAllThatNamesIt() {
        book.change(3, one -> inDowntime(one, true));

        book.forget(3);
        book.forget(3);

        assertThat(book.find(3)).isEmpty();
        assertThat(ids(book.after(0))).containsExactly(1L, 2L);
        assertThat(book.known()).isEmpty();
        assertThat(book.inDowntime()).isEmpty();
        assertThat(book.assets()).containsExactly("host:a");
        assertThat(book.change(3, one -> one)).isNull();
    }
}
