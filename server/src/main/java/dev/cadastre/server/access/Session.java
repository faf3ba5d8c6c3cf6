package dev.cadastre.server.access;

import java.time.Instant;

/**
 * A browser in which somebody is signed in.
 *
 * @param address from where it signed in
 * @param client what the browser called itself then; hostile text
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
