package dev.cadastre.change.operation;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.ScriptOperation;
import dev.cadastre.change.script.Script;

/**
 * A daemon that reads its configuration again; one that does not run is left alone.
 *
 * @param daemon as the init system knows it
 */
public record ReloadDaemon(String daemon) implements ScriptOperation {

    /** Checks the name. */
    public ReloadDaemon {
        Names.requireDaemon(daemon);
    }

    @Override
    public String name() {
        return "daemon.reload";
    }

    @Override
    public String summary() {
        return daemon;
    }

    @Override
    public Script script(ScriptContext context) {
        return RestartDaemon.script(daemon, "reload");
    }
}
