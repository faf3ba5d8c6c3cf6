package dev.cadastre.server.monitoring.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final AtomicInteger asked = new AtomicInteger();
    private final Remembered<Integer> answer =
            new Remembered<>(asked::incrementAndGet, Duration.ofNanos(10), nanos::get);

    @Test
    void asksAgainOnlyWhenTheAnswerHoldsNoLonger() {
        assertThat(answer.get()).isEqualTo(1);
        nanos.addAndGet(9);
        assertThat(answer.get()).isEqualTo(1);
        nanos.addAndGet(1);
        assertThat(answer.get()).isEqualTo(2);
        assertThat(answer.get()).isEqualTo(2);
    }

    @Test
    void asksAgainAfterAQuestionThatFailed() {
        Remembered<Integer> failing =
                new Remembered<>(
                        () -> {
                            if (asked.incrementAndGet() == 1) {
                                throw new IllegalStateException("nobody answers");
                            }
                            return asked.get();
                        },
                        Duration.ofNanos(10),
                        nanos::get);

        assertThatIllegalStateException().isThrownBy(failing::get);
        assertThat(failing.get()).isEqualTo(2);
    }
}
