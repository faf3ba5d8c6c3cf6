package dev.cadastre.server.alerting.delivering;

import dev.cadastre.server.alerting.message.Message;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that is to be tried.
 *
 * @param attempts how often it was
 * @param until when it is given up
 */
record Waiting(
        UUID id,
        long incident,
        String team,
        String address,
        @Nullable UUID first,
        int attempts,
        Instant until,
        Message message) {}
