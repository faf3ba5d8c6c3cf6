package dev.cadastre.server.monitoring.check;

import dev.cadastre.plugin.PluginResult;
import java.time.Duration;

/** Something that can be found out about a host or a service, as often as one likes. */
@FunctionalInterface
public interface Check {

    /**
     * What is found now. Whatever a host or a network does is a result, never an exception:
     * CRITICAL if it does not work or is not done in time, UNKNOWN if it could not be found out
     * from here. Blocks its thread until then; an interrupt ends it, and stays set. Thread-safe.
     *
     * @param limit the longest that it takes, from the look-up of a name to the last byte
     */
    PluginResult run(Duration limit);
}
