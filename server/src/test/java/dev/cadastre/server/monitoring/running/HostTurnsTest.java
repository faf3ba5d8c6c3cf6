package dev.cadastre.server.monitoring.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HostTurnsTest {

    private static final int MOST = 4;
    private static final int WEB = 7;
    private static final int DATABASE = 8;

    private final HostTurns turns = new HostTurns(MOST);

    /** A check that takes a turn of the host, on a thread of its own. */
    private final class Waiting {

        private final CompletableFuture<Boolean> taken = new CompletableFuture<>();
        private final Thread thread;

        Waiting(int host) {
            thread = Thread.ofPlatform().daemon().start(() -> take(host));
        }

        private void take(int host) {
            try {
                turns.take(host);
                taken.complete(true);
            } catch (InterruptedException e) {
                taken.complete(false);
            }
        }

        boolean took() throws Exception {
            return taken.get(20, TimeUnit.SECONDS);
        }

        void assertWaits() {
            while (thread.getState() != Thread.State.WAITING) {
                assertThat(taken).isNotDone();
                Thread.onSpinWait();
            }
        }
    }

    @BeforeEach
    void takeAllOfOne() throws InterruptedException {
        for (int i = 0; i < MOST; i++) {
            turns.take(WEB);
        }
    }

    @Test
    void letsTheFifthCheckOfAHostWait() throws Exception {
        Waiting fifth = new Waiting(WEB);
        fifth.assertWaits();
        turns.give(WEB);

        assertThat(fifth.took()).isTrue();
    }

    @Test
    void letsNoCheckWaitForAnotherHost() throws Exception {
        new Waiting(WEB).assertWaits();

        assertThat(new Waiting(DATABASE).took()).isTrue();
    }

    @Test
    void countsNobodyForWhatIsOnNoHost() throws Exception {
        for (int i = 0; i < 2 * MOST; i++) {
            assertThat(new Waiting(0).took()).isTrue();
        }
        turns.give(0);
    }

    @Test
    void givesThePlaceOfAnInterruptedCheckToOthers() throws Exception {
        Waiting fifth = new Waiting(WEB);
        fifth.assertWaits();
        Waiting sixth = new Waiting(WEB);
        sixth.assertWaits();
        fifth.thread.interrupt();

        assertThat(fifth.took()).isFalse();
        turns.give(WEB);
        assertThat(sixth.took()).isTrue();
    }

    @Test
    void remembersNoHostThatNobodyChecks() throws Exception {
        Waiting fifth = new Waiting(WEB);
        fifth.assertWaits();
        fifth.thread.interrupt();
        assertThat(fifth.took()).isFalse();
        assertThat(turns.hosts()).isOne();
        for (int i = 0; i < MOST; i++) {
            turns.give(WEB);
        }

        assertThat(turns.hosts()).isZero();
    }
}
