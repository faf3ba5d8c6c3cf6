package dev.cadastre.api;

import java.time.Instant;

/**
 * A browser in which the one who asks is signed in.
 *
 * @param address from where it signed in
 * @param client what the browser called itself then
 * @param lastSeenAt exact to the minute
 * @param current whether it is the one that asks
 */
public record Session(
        long id,
        String address,
        String client,
        Instant createdAt,
        Instant lastSeenAt,
        boolean current) {}
