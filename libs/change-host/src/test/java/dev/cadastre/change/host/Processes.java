package dev.cadastre.change.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/** What becomes of processes that scripts name. */
final class Processes {

    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    private Processes() {}

    /** What was killed may need a moment to be gone; what was not would never be. */
    static void assertGone(String number) {
        ProcessHandle.of(Long.parseLong(number))
                .ifPresent(left -> assertThat(left.onExit()).succeedsWithin(A_MOMENT));
    }
}
