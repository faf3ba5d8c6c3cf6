package dev.cadastre.change.operation;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.ScriptOperation;
import dev.cadastre.change.script.Script;

/**
 * A daemon that is started anew. It always changes something; to do it only if something else did,
 * let that job ask for it.
 *
 * @param daemon as the init system knows it
 */
public record RestartDaemon(String daemon) implements ScriptOperation {

    /** Checks the name. */
    public RestartDaemon {
        Names.requireDaemon(daemon);
    }

    @Override
    public String name() {
        return "daemon.restart";
    }

    @Override
    public String summary() {
        return daemon;
    }

    @Override
    public Script script(ScriptContext context) {
        return script(daemon, "restart");
    }

    static Script script(String daemon, String how) {
        return OperationScript.of("restart-daemon.sh")
                .sharing("daemon.sh")
                .with("name", daemon)
                .with("how", how)
                .script();
    }
}
