package example;

import dev.cadastre.plugin.Launcher;
import dev.cadastre.plugin.PluginCommand;
import dev.cadastre.plugin.PluginResult;
import java.nio.file.Path;

/** Runs checks, and tells a person what they found. */
public final class Checks implements AutoCloseable {
    private final Launcher launcher = new Launcher(2);

    /** The state, and why it is that. */
    public String told(Path plugin, String... arguments) throws InterruptedException {
        PluginResult result =
                PluginResult.of(launcher.run(PluginCommand.of(plugin, arguments)));
        return result.state() + ": " + result.cause().orElse(result.text());
    }

    @Override
    public void close() {
        launcher.close();
    }
}
