package dev.cadastre.server.access;

import org.jspecify.annotations.Nullable;

/**
 * The actor of a request, and where the request came from. It is the principal of an {@link
 * org.springframework.security.core.Authentication}.
 *
 * @param address the address of the other end, or null where there is none
 * @param session the session that signed the actor in, or null for other credentials
 */
public record Caller(Actor actor, @Nullable String address, @Nullable Long session) {}
