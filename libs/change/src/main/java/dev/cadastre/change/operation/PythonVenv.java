package dev.cadastre.change.operation;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.script.Script;
import java.util.Map;
import java.util.Optional;

/**
 * A virtual environment of Python. One that is of another version of Python than the host has now
 * is made anew, without the packages that were in it.
 *
 * @param target its folder, from the root of the host
 * @param python the interpreter that it is made with, by name or path; empty for the usual one
 */
public record PythonVenv(String target, String python) implements Undoable {

    /** Checks the target. */
    public PythonVenv {
        target = Names.requirePath(target);
        python = python.isEmpty() ? "python3" : python;
    }

    @Override
    public String name() {
        return "python.venv";
    }

    @Override
    public String summary() {
        return target;
    }

    @Override
    public Script script(ScriptContext context) {
        return OperationScript.of("python-venv.sh")
                .with("target", target)
                .with("python", python)
                .script();
    }

    /** Only one that was not there before can be taken away again. */
    @Override
    public Optional<Script> undo(Map<String, String> before) {
        return before.getOrDefault("state", "").equals("absent")
                ? Optional.of(OperationScript.of("remove-venv.sh").with("target", target).script())
                : Optional.empty();
    }
}
