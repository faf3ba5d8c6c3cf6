package dev.cadastre.change.run;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.ScriptOperation;
import dev.cadastre.change.script.Script;
import java.util.HashMap;
import java.util.Map;

/**
 * A daemon is restarted, or reads its configuration again, for jobs that were undone. It may be
 * gone with them: its script finds {@code is_undone} set to {@code yes}.
 */
record RestartAfterUndoing(ScriptOperation restart) implements ScriptOperation {

    @Override
    public String name() {
        return restart.name();
    }

    @Override
    public String summary() {
        return restart.summary();
    }

    @Override
    public Script script(ScriptContext context) {
        Script script = restart.script(context);
        Map<String, String> variables = new HashMap<>(script.variables());
        variables.put("is_undone", "yes");
        return new Script(script.look(), script.act(), variables, script.payload());
    }
}
