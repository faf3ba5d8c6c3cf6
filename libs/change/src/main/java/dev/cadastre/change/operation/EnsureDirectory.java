package dev.cadastre.change.operation;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.script.Script;
import java.util.Map;
import java.util.Optional;

/**
 * A folder, with those above it.
 *
 * @param target from the root of the host
 * @param rights what it is to have; those that are not said stay
 */
public record EnsureDirectory(String target, FileRights rights) implements Undoable {

    /** Checks the target. */
    public EnsureDirectory {
        target = Names.requirePath(target);
    }

    @Override
    public String name() {
        return "directory.ensure";
    }

    @Override
    public String summary() {
        return target;
    }

    @Override
    public Script script(ScriptContext context) {
        return OperationScript.of("ensure-directory.sh")
                .with("target", target)
                .with(rights)
                .script();
    }

    @Override
    public Optional<Script> undo(Map<String, String> before) {
        String first = before.getOrDefault("first", "");
        if (before.getOrDefault("state", "").equals("folder")) {
            return Optional.of(FileScript.rights(target, before));
        }
        return first.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        OperationScript.of("remove-directory.sh")
                                .with("target", target)
                                .with("first", first)
                                .script());
    }
}
