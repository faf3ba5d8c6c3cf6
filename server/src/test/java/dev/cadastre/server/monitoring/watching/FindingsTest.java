package dev.cadastre.server.monitoring.watching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.plugin.PluginResult;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.TwoClocks;
import dev.cadastre.server.monitoring.LastResult;
import dev.cadastre.server.monitoring.MonitorState;
import dev.cadastre.server.monitoring.keeping.MonitorBook;
import dev.cadastre.server.monitoring.keeping.PastState;
import dev.cadastre.server.monitoring.keeping.StandingTurn;
import dev.cadastre.server.monitoring.keeping.StateTable;
import dev.cadastre.server.monitoring.keeping.Watched;
import dev.cadastre.server.monitoring.series.Series;
import dev.cadastre.server.monitoring.state.StateChange;
import dev.cadastre.server.monitoring.state.StatesChanged;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
@Timeout(60)
class FindingsTest {

    private static final int WORKS = 0;
    private static final int FAILED = 2;

    @Autowired private ToldMonitors told;
    @Autowired private MonitorBook book;
    @Autowired private Findings findings;
    @Autowired private StateTable states;
    @Autowired private StandingTurn turn;
    @Autowired private Series series;
    @Autowired private ApplicationEventPublisher events;
    @Autowired private PlatformTransactionManager transactions;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;

    private final List<StateChange> heard = new ArrayList<>();

    /** Others, of which one hears before anybody else does. */
    private Findings others(Consumer<StatesChanged> first, Clock goingBy) {
        ApplicationEventPublisher both =
                event -> {
                    first.accept((StatesChanged) event);
                    events.publishEvent(event);
                };
        return new Findings(book, states, turn, series, both, transactions, goingBy);
    }

    private void hear(StatesChanged changed) {
        heard.addAll(changed.changes());
    }

    private Watched only(String asset) {
        return book.of(asset).getFirst();
    }

    private static Finding finding(long monitor, int code, Instant at) {
        PluginResult result = PluginResult.of(code, "");
        return new Finding(monitor, result, at, Duration.ZERO, "test");
    }

    private LastResult written(long monitor) {
        return Objects.requireNonNull(states.results(List.of(monitor)).get(monitor));
    }

    private int open(long monitor) {
        return jdbc.sql("select count(*) from monitoring.state_open where subject = ?")
                .param(monitor)
                .query(Integer.class)
                .single();
    }

    /** Begins something beside, and goes on when that waits for the turn, or has ended. */
    private FutureTask<?> beside(Runnable work) {
        FutureTask<?> task = new FutureTask<>(work, null);
        Thread thread = Thread.ofPlatform().start(task);
        while (thread.isAlive()
                && !(turn.isAwaited() && thread.getState() == Thread.State.WAITING)) {
            Thread.onSpinWait();
        }
        return task;
    }

    @Test
    void knowNoResultOfWhatWasNeverTold() {
        told.add("device:findings-new");

        assertThat(findings.last(only("device:findings-new"))).isNull();
    }

    @Test
    void knowTheLastResultThoughItIsNotInMemory() {
        told.add("device:findings-kept");
        told.tell("device:findings-kept", MonitorState.CRITICAL);
        Watched known = only("device:findings-kept");
        book.change(known.id(), one -> one.after(one.standing(), null));

        LastResult last = Objects.requireNonNull(findings.last(only("device:findings-kept")));

        assertThat(last.state()).isEqualTo(MonitorState.CRITICAL);
    }

    @Test
    void keepWithAStateWhatWasFoundThoughThatIsNotInMemory() {
        told.add("device:findings-said");
        long id = told.id("device:findings-said");
        PluginResult hot = PluginResult.of(FAILED, "It is hot");
        findings.tell(List.of(new Finding(id, hot, clock.instant(), Duration.ZERO, "test")));
        book.change(id, one -> one.after(one.standing(), null));

        findings.changeAll(Map.of(id, one -> Findings.machine(one).downtime(one.standing(), true)));

        assertThat(states.history(id))
                .extracting(PastState::output)
                .containsExactly("It is hot", "It is hot");
    }

    @Test
    void writeNothingOfWhatEndsMeanwhile() throws Exception {
        told.add("device:findings-ends");
        told.tell("device:findings-ends", MonitorState.OK);
        long id = told.id("device:findings-ends");
        CompletableFuture<FutureTask<?>> telling = new CompletableFuture<>();

        transaction.executeWithoutResult(_ -> {
            told.remove("device:findings-ends");
            Finding failed = finding(id, FAILED, clock.instant());
            telling.complete(beside(() -> findings.tell(List.of(failed))));
        });
        telling.get().get();

        assertThat(book.find(id)).isEmpty();
        assertThat(open(id)).isZero();
        assertThat(states.results(List.of(id))).isEmpty();
    }

    @Test
    void areWrittenBeforeWhatEndsMeanwhile() throws Exception {
        told.add("device:findings-ended");
        told.tell("device:findings-ended", MonitorState.OK);
        long id = told.id("device:findings-ended");
        CompletableFuture<FutureTask<?>> removing = new CompletableFuture<>();
        Findings slow =
                others(
                        _ -> removing.complete(beside(() -> told.remove("device:findings-ended"))),
                        clock);

        slow.tell(List.of(finding(id, FAILED, clock.instant())));
        removing.get().get();

        assertThat(book.find(id)).isEmpty();
        assertThat(open(id)).isZero();
        assertThat(states.history(id)).extracting(PastState::until).doesNotContainNull().hasSize(2);
    }

    @Test
    void thinkNothingOfWhatIsSwitchedOffMeanwhile() throws Exception {
        told.add("device:findings-off");
        told.tell("device:findings-off", MonitorState.OK);
        long id = told.id("device:findings-off");
        CompletableFuture<FutureTask<?>> telling = new CompletableFuture<>();

        transaction.executeWithoutResult(_ -> {
            told.enable("device:findings-off", false);
            Finding failed = finding(id, FAILED, clock.instant());
            telling.complete(beside(() -> findings.tell(List.of(failed))));
        });
        telling.get().get();

        assertThat(told.standing("device:findings-off").state()).isEqualTo(MonitorState.PENDING);
        assertThat(states.standings().get(id)).isEqualTo(told.standing("device:findings-off"));
        assertThat(written(id).state()).isEqualTo(MonitorState.OK);
    }

    @Test
    void areKeptAndToldThoughTheClockIsPutBack() {
        told.add("device:findings-back");
        long id = told.id("device:findings-back");
        TwoClocks clocks = new TwoClocks(clock.instant().truncatedTo(ChronoUnit.MICROS));
        Findings kept = others(this::hear, clocks);
        kept.tell(List.of(finding(id, WORKS, clocks.instant())));
        clocks.pass(Duration.ofMinutes(1));
        assertThat(kept.take(finding(id, WORKS, clocks.instant()))).isPresent();
        kept.writeResults();
        Instant ahead = clocks.instant();
        clocks.step(Duration.ofHours(-1));

        assertThat(kept.take(finding(id, WORKS, clocks.instant()))).isPresent();
        kept.writeResults();
        assertThat(written(id).at()).isEqualTo(clocks.instant()).isBefore(ahead);
        clocks.pass(Duration.ofMinutes(1));
        assertThat(kept.take(finding(id, FAILED, clocks.instant()))).isPresent();

        assertThat(written(id).state()).isEqualTo(MonitorState.CRITICAL);
        assertThat(states.history(id))
                .extracting(past -> past.standing().state())
                .containsExactly(MonitorState.CRITICAL, MonitorState.OK);
        assertThat(heard)
                .extracting(change -> change.after().hard())
                .containsExactly(MonitorState.OK, MonitorState.CRITICAL);
    }

    @Test
    void areWrittenWhenTheServerStops() {
        told.add("device:findings-stop");
        long id = told.id("device:findings-stop");
        Findings stopping = others(this::hear, clock);
        stopping.tell(List.of(finding(id, WORKS, clock.instant())));
        Instant later = clock.instant().plusSeconds(60).truncatedTo(ChronoUnit.MICROS);
        assertThat(stopping.take(finding(id, WORKS, later))).isPresent();
        assertThat(written(id).at()).isBefore(later);

        stopping.close();

        assertThat(written(id).at()).isEqualTo(later);
    }
}
