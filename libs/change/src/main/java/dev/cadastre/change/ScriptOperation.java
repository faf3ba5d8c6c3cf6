package dev.cadastre.change;

import dev.cadastre.change.script.Payload;
import dev.cadastre.change.script.Script;
import dev.cadastre.change.script.ScriptAnswer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An operation that is a script, for hosts and for this machine alike. Immutable. */
public interface ScriptOperation extends Operation {

    /**
     * The script that compares and acts. Called whenever one is needed, by any thread, and the same
     * each time for the same context; it may read the files of the change.
     *
     * @throws java.io.UncheckedIOException if a file of the change cannot be read
     */
    Script script(ScriptContext context);

    /**
     * The same script with no more to read than a host lacks, once its look has told that. A script
     * that has nothing to change reads nothing.
     *
     * @param looked what the host answered to a look
     * @throws java.io.UncheckedIOException if a file of the change cannot be read
     */
    default Script narrowed(Script script, ScriptContext context, ScriptAnswer looked) {
        return looked.kind() == ScriptAnswer.Kind.UNCHANGED && looked.lacks().isEmpty()
                ? script.reading(Payload.NOTHING)
                : script;
    }

    /**
     * The script that undoes it.
     *
     * @param before what its script kept of what was there before
     * @return null if nothing is known that undoes it
     * @throws java.io.UncheckedIOException if a file of the change cannot be read
     */
    default @Nullable Script undo(ScriptContext context, Map<String, String> before) {
        return null;
    }
}
