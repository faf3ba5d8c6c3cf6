package dev.cadastre.server.estate;

import org.jspecify.annotations.Nullable;

/**
 * A host that connections go through.
 *
 * @param host the name of a declared host, whose address and settings then count, or else a DNS
 *     name or IP address
 * @param user the user; null for that of the declared host, or of the host that is the target
 * @param port the TCP port; null for that of the declared host, or 22
 */
public record SshJump(String host, @Nullable String user, @Nullable Integer port) {}
