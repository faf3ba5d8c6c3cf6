package dev.cadastre.change.run;

import dev.cadastre.change.Operation;
import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.ScriptOperation;
import dev.cadastre.change.script.Script;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is done in a step.
 *
 * @param number unique in a run, but for places
 * @param name for people
 * @param operation what does it, or what is undone by its own means
 * @param before what was there before, if the operation is to be undone by its own means; null if
 *     it is to be done
 * @param as the account that it is done as; null for the one that connects
 * @param limit how long it may take
 */
public record Task(
        int number,
        String name,
        Operation operation,
        @Nullable Map<String, String> before,
        @Nullable String as,
        Duration limit) {

    /**
     * The script that does it; null if it is none, or nothing is known that undoes it.
     *
     * @throws java.io.UncheckedIOException if a file of the change cannot be read
     */
    public @Nullable Script script(ScriptContext context) {
        if (!(operation instanceof ScriptOperation scripted)) {
            return null;
        }
        return before == null ? scripted.script(context) : scripted.undo(context, before);
    }

    /** Whether it is to be undone by the operation's own means. */
    boolean isOwnUndo() {
        return before != null;
    }
}
