package dev.cadastre.server.change.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.change.At;
import dev.cadastre.change.Change;
import dev.cadastre.change.EngineOperation;
import dev.cadastre.change.Job;
import dev.cadastre.change.run.HostSession;
import dev.cadastre.change.run.StopSignal;
import dev.cadastre.change.run.Task;
import dev.cadastre.server.change.ChangeRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AskBoardTest {

    private static final Job JOB =
            Job.job(At.LOCAL, new EngineOperation.Note("build")).named("build");

    private static final Task TASK =
            new Task(1, "build", JOB.operation(), null, null, Duration.ofMinutes(1));

    private static final class SetClock extends Clock {
        private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final SetClock clock = new SetClock();
    private final AskBoard board = new AskBoard(Change.of("shop", JOB), clock);

    private Ask awaited() {
        while (board.open().isEmpty()) {
            Thread.onSpinWait();
        }
        return board.open().getFirst();
    }

    private CompletableFuture<HostSession.Running> running(StopSignal stop) {
        return CompletableFuture.supplyAsync(
                () -> board.run(TASK, "", _ -> {}, stop), work -> Thread.ofVirtual().start(work));
    }

    @Test
    void losesWhatACommandLineDoesThatIsNotHeardOf() {
        CompletableFuture<HostSession.Running> run = running(new StopSignal());
        Ask ask = awaited();
        String claim = board.claim(ask.id(), "person:anna");
        clock.now = clock.now.plus(AskBoard.PATIENCE);
        board.print(ask.id(), claim, "");
        clock.now = clock.now.plus(AskBoard.PATIENCE);
        board.expire();
        assertThat(run).isNotDone();

        clock.now = clock.now.plusSeconds(1);
        board.expire();

        assertThat(run.join())
                .isEqualTo(
                        new HostSession.OutOfReach(
                                "nothing is heard any more of the command line of person:anna"));
    }

    @Test
    void waitsForACommandLineForAsLongAsItTakes() {
        CompletableFuture<HostSession.Running> run = running(new StopSignal());
        awaited();
        clock.now = clock.now.plus(Duration.ofDays(3));
        board.expire();
        assertThat(run).isNotDone();

        board.close();
        assertThat(run.join()).isEqualTo(new HostSession.OutOfReach("the server stops"));
        assertThat(board.ask("sudo", false)).isNull();
    }

    @Test
    void isDoneByNobodyOnceItIsStopped() {
        StopSignal stop = new StopSignal();
        CompletableFuture<HostSession.Running> run = running(stop);
        Ask ask = awaited();

        stop.give();

        assertThat(run.join()).isEqualTo(new HostSession.Stopped());
        assertThatThrownBy(() -> board.claim(ask.id(), "person:anna"))
                .isInstanceOf(ChangeRefused.class);
    }

    @Test
    void asksNobodyOnceTheRunIsStopped() {
        board.stop();

        assertThat(secret(false).join()).isEqualTo("null");
        assertThat(board.look(List.of(TASK)))
                .isEqualTo(new HostSession.OutOfReach("it was stopped"));
        assertThat(board.isDeclined()).isTrue();
        assertThat(board.open()).isEmpty();
    }

    @Test
    void asksAgainWhenItGoesOn() {
        board.stop();
        board.goOn();

        CompletableFuture<String> secret = secret(false);
        awaited();
        board.give("sudo", "one");

        assertThat(secret.join()).isEqualTo("one");
        assertThat(board.isDeclined()).isFalse();
    }

    @Test
    void asksForASecretOnceMoreIfItIsWrong() {
        CompletableFuture<String> first = secret(false);
        assertThat(awaited().wasWrong()).isFalse();
        board.give("sudo", "one");
        assertThat(first.join()).isEqualTo("one");

        CompletableFuture<String> second = secret(true);
        assertThat(awaited().wasWrong()).isTrue();
        board.give("sudo", "two");
        assertThat(second.join()).isEqualTo("two");
        assertThat(board.isDeclined()).isFalse();
        assertThat(board.open()).isEqualTo(List.of());
    }

    private CompletableFuture<String> secret(boolean wasWrong) {
        return CompletableFuture.supplyAsync(
                () -> String.valueOf(board.ask("sudo", wasWrong)),
                work -> Thread.ofVirtual().start(work));
    }
}
