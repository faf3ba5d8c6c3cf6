package dev.cadastre.change.operation;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.ScriptOperation;
import dev.cadastre.change.script.Payload;
import dev.cadastre.change.script.Script;
import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.change.text.JsonText;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * An executable of the change, which is sent. It is told its parameters by a JSON object on its
 * standard input, is run each time, and always changes something.
 *
 * @param file below the change's folder
 * @param parameters what it is told, by name
 */
public record RunExecutable(String file, Map<String, String> parameters)
        implements ScriptOperation {

    /** Copies what can be changed. */
    public RunExecutable {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    @Override
    public String name() {
        return "./" + file;
    }

    @Override
    public String summary() {
        return String.join(", ", parameters.values());
    }

    @Override
    public Script script(ScriptContext context) {
        Payload payload = SourceFiles.one(context, file);
        return OperationScript.of("run-executable.sh")
                .sharing("sent-program.sh")
                .with("shown", file)
                .with("size", Long.toString(payload.size()))
                .with("parameters", JsonText.object(parameters))
                .script()
                .reading(payload);
    }

    /** It needs all of the file each time. */
    @Override
    public Script narrowed(Script script, ScriptContext context, ScriptAnswer looked) {
        return script;
    }
}
