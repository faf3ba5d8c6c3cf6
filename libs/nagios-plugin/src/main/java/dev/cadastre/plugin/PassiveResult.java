package dev.cadastre.plugin;

import java.time.Instant;
import java.util.Optional;

/**
 * A result that somebody else found, as an external command of Nagios.
 *
 * @param time when it was found
 * @param host whose it is
 * @param service of the host; empty for a result of the host itself
 * @param result what was found; for a host, 0 is OK and every other code from 1 to 3 CRITICAL
 */
public record PassiveResult(
        Instant time, String host, Optional<String> service, PluginResult result) {}
