package dev.cadastre.server.monitoring.watching;

import dev.cadastre.plugin.PluginResult;
import java.time.Duration;
import java.time.Instant;

/**
 * What was found of a monitor.
 *
 * @param monitor its id
 * @param result what was found
 * @param at when
 * @param took how long it took; zero for what was told
 * @param by who found it
 */
record Finding(long monitor, PluginResult result, Instant at, Duration took, String by) {

    /** Who finds what nobody else tells. */
    static final String SERVER = "server";
}
