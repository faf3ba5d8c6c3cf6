package dev.cadastre.server.monitoring.running;

import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.PluginState;
import java.util.List;
import java.util.Optional;

/** Results of checks that could not be made. */
final class Unknown {

    private Unknown() {}

    static PluginResult because(String reason) {
        return new PluginResult(
                PluginState.UNKNOWN, Optional.of(reason), reason, "", List.of(), List.of());
    }
}
