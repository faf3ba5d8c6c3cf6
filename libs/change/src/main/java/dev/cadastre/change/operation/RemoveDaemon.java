package dev.cadastre.change.operation;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.script.Script;
import java.util.Map;
import java.util.Optional;

/**
 * A daemon that an {@link EnsureDaemon} with a command made, and that is to be there no longer: it
 * is ended, is not started with the host any more, and its unit goes.
 *
 * @param daemon as the init system knows it
 */
public record RemoveDaemon(String daemon) implements Undoable {

    /** Checks the name. */
    public RemoveDaemon {
        Names.requireDaemon(daemon);
    }

    @Override
    public String name() {
        return "daemon.remove";
    }

    @Override
    public String summary() {
        return daemon;
    }

    @Override
    public Script script(ScriptContext context) {
        return EnsureDaemon.removal(daemon).script();
    }

    @Override
    public Optional<Script> undo(Map<String, String> before) {
        return EnsureDaemon.undoRemoval(daemon, before);
    }
}
