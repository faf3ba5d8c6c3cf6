package dev.cadastre.change.operation;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.ScriptOperation;
import dev.cadastre.change.script.Payload;
import dev.cadastre.change.script.Script;
import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.change.text.ShellWords;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A test on a host, which ends the run there if it is not passed. It changes nothing, and is run
 * each time.
 *
 * @param file an executable of the change, which is sent; empty if it is on the host
 * @param arguments of the file
 * @param command for the host's shell, if there is no file
 * @param form how it tells what it found
 * @param warnings whether a warning is as good as passed
 */
public record RunTest(
        String file, List<String> arguments, String command, Form form, boolean warnings)
        implements ScriptOperation {

    /** How a test tells what it found. */
    public enum Form {
        /** By a status: 0 is good, 1 a warning, 2 critical, 3 unknown. */
        NAGIOS,
        /** By the Test Anything Protocol, and status 0. */
        TAP
    }

    /** Checks that there is one thing to run. */
    public RunTest {
        arguments = List.copyOf(arguments);
        if (file.isEmpty() == command.isBlank()) {
            throw new IllegalArgumentException("a test is either a file or a command");
        }
    }

    /** A file of the change that answers by its status. */
    public static RunTest file(String file, String... arguments) {
        return new RunTest(file, List.of(arguments), "", Form.NAGIOS, false);
    }

    /** A command of the host that answers by its status. */
    public static RunTest command(String command) {
        return new RunTest("", List.of(), command, Form.NAGIOS, false);
    }

    /** The same that answers otherwise. */
    public RunTest in(Form other) {
        return new RunTest(file, arguments, command, other, warnings);
    }

    /** The same for which a warning is good enough. */
    public RunTest toleratingWarnings() {
        return new RunTest(file, arguments, command, form, true);
    }

    @Override
    public String name() {
        return "test.run";
    }

    @Override
    public String summary() {
        return file.isEmpty() ? command : file;
    }

    /** It changes nothing, however it was ended. */
    @Override
    public Script undo(ScriptContext context, Map<String, String> before) {
        return Script.of(
                "fine 'There is nothing to undo, since a test changes nothing'", ":", Map.of());
    }

    @Override
    public Script script(ScriptContext context) {
        Payload payload = file.isEmpty() ? Payload.NOTHING : SourceFiles.one(context, file);
        return OperationScript.of("run-test.sh")
                .sharing("sent-program.sh")
                .with("shown", summary())
                .with("sent", !file.isEmpty())
                .with("size", Long.toString(payload.size()))
                .with("arguments", ShellWords.joined(arguments))
                .with("command", command)
                .with("form", form.name().toLowerCase(Locale.ROOT))
                .with("warnings", warnings)
                .script()
                .reading(payload);
    }

    /** It needs all of the file each time. */
    @Override
    public Script narrowed(Script script, ScriptContext context, ScriptAnswer looked) {
        return script;
    }
}
