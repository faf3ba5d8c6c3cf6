package dev.cadastre.change.operation;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.ScriptOperation;
import dev.cadastre.change.script.Payload;
import dev.cadastre.change.script.Script;
import dev.cadastre.change.script.ScriptAnswer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Python packages in a virtual environment, from wheels of the change alone: no index is asked, and
 * nothing is compiled. All that they need must be among them or installed.
 *
 * @param source the folder of the wheels, below the change's folder
 * @param venv the virtual environment's folder, from the root of the host
 */
public record InstallWheels(String source, String venv) implements ScriptOperation {

    /** Checks the folder. */
    public InstallWheels {
        venv = Names.requirePath(venv);
    }

    @Override
    public String name() {
        return "python.install";
    }

    @Override
    public String summary() {
        return venv + " from the wheels in " + source;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if there is no wheel, or one is not whole
     */
    @Override
    public Script script(ScriptContext context) {
        Map<String, Payload> wheels = SourceFiles.some(context, source, names(context));
        if (wheels.isEmpty()) {
            throw new IllegalArgumentException("there is no wheel in " + source);
        }
        return OperationScript.of("python-install.sh")
                .with("venv", venv)
                .with(
                        "list",
                        wheels.entrySet().stream()
                                .map(wheel -> line(wheel.getKey(), wheel.getValue()))
                                .collect(Collectors.joining("\n")))
                .script()
                .reading(TarPayload.of(wheels));
    }

    private static String line(String name, Payload wheel) {
        return ContentDigest.sha256(wheel) + " " + Wheel.info(name, wheel) + " " + name;
    }

    private List<String> names(ScriptContext context) {
        return SourceFiles.below(context, source).stream().filter(Wheel::isName).toList();
    }

    @Override
    public Script narrowed(Script script, ScriptContext context, ScriptAnswer looked) {
        if (looked.basis().isEmpty()) {
            return script;
        }
        List<String> lacking =
                names(context).stream().filter(name -> looked.lacks().contains(name)).toList();
        return script.reading(TarPayload.of(SourceFiles.some(context, source, lacking)));
    }
}
