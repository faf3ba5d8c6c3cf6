package dev.cadastre.server.inventory;

import dev.cadastre.probe.Daemon;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A daemon of a host.
 *
 * @param name {@code nginx}
 * @param state what it does
 * @param enabled whether it starts with the host; null if unknown or meaningless
 * @param init which init system runs it
 * @param since the first report with it in this state
 */
public record HostDaemon(
        String name,
        Daemon.State state,
        @Nullable Boolean enabled,
        Daemon.Init init,
        Instant since) {}
