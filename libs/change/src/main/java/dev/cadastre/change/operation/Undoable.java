package dev.cadastre.change.operation;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.ScriptOperation;
import dev.cadastre.change.script.Script;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An operation that knows by itself how to bring back what was there. */
public interface Undoable extends ScriptOperation {

    /**
     * The script that brings it back; empty if it cannot be, such as when more was replaced than
     * was kept. The script is like any other: it looks first, has nothing to do when all is as it
     * was, and refuses to replace what somebody else has changed since.
     *
     * @param before what the operation's own script said was there
     */
    Optional<Script> undo(Map<String, String> before);

    @Override
    default @Nullable Script undo(ScriptContext context, Map<String, String> before) {
        return undo(before).orElse(null);
    }
}
