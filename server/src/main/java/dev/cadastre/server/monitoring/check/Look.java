package dev.cadastre.server.monitoring.check;

import dev.cadastre.plugin.PluginResult;
import java.io.IOException;

/** Looks at something once, on a virtual thread that is interrupted when the time is over. */
@FunctionalInterface
interface Look {

    PluginResult look(Course course) throws IOException, InterruptedException;
}
