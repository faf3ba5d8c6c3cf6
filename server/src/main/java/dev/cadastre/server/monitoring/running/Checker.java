package dev.cadastre.server.monitoring.running;

import dev.cadastre.plugin.PluginResult;
import dev.cadastre.server.monitoring.keeping.Watched;

/** Makes checks of monitors that are not told. */
@FunctionalInterface
public interface Checker {

    /**
     * Checks a monitor now, or as soon as it may.
     *
     * @param begun called when it begins
     */
    PluginResult run(Watched one, Runnable begun) throws InterruptedException;
}
