package dev.cadastre.server.web.api.run;

import dev.cadastre.server.web.api.NumberWithin;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long an answer may wait for something to happen. */
final class Patience {

    private static final int MOST_SECONDS = 30;
    private static final NumberWithin SECONDS = new NumberWithin("patience", 0, MOST_SECONDS, 0);

    private Patience() {}

    static Duration of(@Nullable Integer seconds) {
        return Duration.ofSeconds(SECONDS.of(seconds));
    }
}
