package dev.cadastre.server.monitoring.state;

import static dev.cadastre.server.monitoring.MonitorState.CRITICAL;
import static dev.cadastre.server.monitoring.MonitorState.OK;
import static dev.cadastre.server.monitoring.MonitorState.UNKNOWN;
import static dev.cadastre.server.monitoring.MonitorState.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.monitoring.MonitorState;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StateMachineTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String DATABASE = "service:5432-tcp@db";

    private static final List<MonitorState> STATES = List.of(OK, WARNING, UNKNOWN, CRITICAL);

    private final StateMachine machine = new StateMachine(2);
    private Instant now = START;
    private Standing standing = Standing.pending(START);

    private Standing after(MonitorState... results) {
        for (MonitorState result : results) {
            now = now.plusSeconds(60);
            standing = machine.result(standing, result, now);
        }
        return standing;
    }

    private Standing when(Reachability reachability) {
        standing = machine.reachability(standing, reachability);
        return standing;
    }

    @Test
    void makesAProblemHardOnceAsManyResultsAgreeAsThereAreRetries() {
        after(OK, CRITICAL, CRITICAL);
        assertThat(standing.hard()).isEqualTo(OK);
        assertThat(standing.attempt()).isEqualTo(2);
        assertThat(standing.why()).isEqualTo("Result 2 of 3 that must agree");
        assertThat(standing.isToBeTold()).isFalse();

        after(CRITICAL);
        assertThat(standing.hard()).isEqualTo(CRITICAL);
        assertThat(standing.isSoft()).isFalse();
        assertThat(standing.why()).isEqualTo("3 results in a row told of a problem");
        assertThat(standing.since()).isEqualTo(START.plusSeconds(120));
        assertThat(standing.hardSince()).isEqualTo(START.plusSeconds(240));
        assertThat(standing.isToBeTold()).isTrue();
    }

    @Test
    void forgetsASoftProblemThatIsOver() {
        after(OK, CRITICAL, CRITICAL, OK);

        assertThat(standing.hard()).isEqualTo(OK);
        assertThat(standing.hardSince()).isEqualTo(START.plusSeconds(60));
        assertThat(standing.isSoft()).isFalse();
    }

    @Test
    void countsProblemsTogetherWhicheverTheyAre() {
        assertThat(after(OK, WARNING, UNKNOWN, CRITICAL).hard()).isEqualTo(CRITICAL);
    }

    @Test
    void takesAnotherProblemAndTheEndOfItAtOnce() {
        assertThat(after(OK, WARNING, WARNING, WARNING, CRITICAL).hard()).isEqualTo(CRITICAL);
        assertThat(after(OK).hard()).isEqualTo(OK);
        assertThat(standing.why()).isEqualTo("It works again");
    }

    @Test
    void needsNoSecondResultWithoutRetries() {
        assertThat(new StateMachine(0).result(Standing.pending(START), CRITICAL, now).hard())
                .isEqualTo(CRITICAL);
    }

    @Test
    void isNeverCertainWhileWhatItNeedsIsDown() {
        after(OK);
        when(Reachability.unreachable(DATABASE));
        after(CRITICAL, CRITICAL, CRITICAL, CRITICAL);

        assertThat(standing.hard()).isEqualTo(OK);
        assertThat(standing.why()).isEqualTo(DATABASE + ", which it needs, is down");
    }

    @Test
    void countsAnewOnceWhatItNeedsWorksAgain() {
        after(OK);
        when(Reachability.unreachable(DATABASE));
        after(CRITICAL, CRITICAL, CRITICAL);
        when(Reachability.REACHABLE);
        assertThat(after(CRITICAL).hard()).isEqualTo(OK);

        assertThat(after(CRITICAL).hard()).isEqualTo(CRITICAL);
    }

    @Test
    void saysNothingOfAChildThatRecoversWithItsParent() {
        after(OK);
        when(Reachability.unreachable(DATABASE));
        after(CRITICAL);
        when(Reachability.REACHABLE);

        assertThat(after(OK).hardSince()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void keepsWhatWasCertainBeforeWhatItNeedsFailed() {
        after(OK, CRITICAL, CRITICAL, CRITICAL);
        when(Reachability.unreachable(DATABASE));
        assertThat(standing.isToBeTold()).isFalse();
        when(Reachability.REACHABLE);

        assertThat(standing.hard()).isEqualTo(CRITICAL);
        assertThat(standing.isToBeTold()).isTrue();
        assertThat(after(OK).hard()).isEqualTo(OK);
    }

    @Test
    void waitsWhileWhatItNeedsIsInDoubt() {
        after(OK);
        when(Reachability.doubtful(DATABASE));
        assertThat(after(CRITICAL, CRITICAL, CRITICAL, CRITICAL).hard()).isEqualTo(OK);
        assertThat(standing.why()).isEqualTo(DATABASE + ", which it needs, is looked at first");
        when(Reachability.REACHABLE);

        assertThat(after(CRITICAL).hard()).isEqualTo(CRITICAL);
    }

    @Test
    void tellsWhatIsStillBrokenWhenADowntimeEnds() {
        standing = machine.downtime(standing, true);
        after(OK, CRITICAL, CRITICAL, CRITICAL);
        assertThat(standing.hard()).isEqualTo(CRITICAL);
        assertThat(standing.isToBeTold()).isFalse();

        standing = machine.downtime(standing, false);
        assertThat(standing.isToBeTold()).isTrue();
    }

    @Test
    void doesNotFlapByItselfBecauseOfWhatItNeeds() {
        after(OK);
        for (int i = 0; i < 20; i++) {
            when(Reachability.unreachable(DATABASE));
            after(CRITICAL);
            when(Reachability.doubtful(DATABASE));
            after(OK);
            when(Reachability.REACHABLE);
        }

        assertThat(standing.flapping()).isEqualTo(Flapping.NONE);
        assertThat(standing.state()).isEqualTo(OK);
    }

    @Test
    void flapsWhereEveryOtherResultDiffersUntilItIsQuiet() {
        after(OK);
        for (int i = 0; i < 4; i++) {
            after(CRITICAL, OK);
        }
        assertThat(standing.flapping().flaps()).isTrue();

        int quiet = 0;
        while (standing.flapping().flaps()) {
            after(OK);
            quiet++;
        }
        assertThat(quiet).isBetween(5, 20);
    }

    @Test
    void doesNotFlapByOneProblemThatComesAndGoes() {
        assertThat(after(OK, CRITICAL, OK, CRITICAL, OK).flapping().flaps()).isFalse();
    }

    @Property
    void nothingBecomesCertainWhileUnreachable(
            @ForAll @IntRange(max = 5) int retries,
            @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 4) Integer> results) {
        StateMachine any = new StateMachine(retries);
        Standing all = any.result(Standing.pending(START), OK, START);
        all = any.reachability(all, Reachability.unreachable(DATABASE));
        for (int result : results) {
            all = any.result(all, STATES.get(result - 1), START);
            assertThat(all.hard()).isEqualTo(OK);
        }
    }

    @Property
    void whatIsHardWasSaidByTheLastResult(
            @ForAll @IntRange(max = 5) int retries,
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 1, max = 4) Integer> results) {
        StateMachine any = new StateMachine(retries);
        Standing all = Standing.pending(START);
        for (int result : results) {
            all = any.result(all, STATES.get(result - 1), START);
            assertThat(all.isSoft() || all.hard() == all.state()).isTrue();
            assertThat(all.attempt()).isBetween(0, retries);
        }
    }
}
