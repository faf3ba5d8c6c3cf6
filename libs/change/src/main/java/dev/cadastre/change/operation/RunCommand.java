package dev.cadastre.change.operation;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.ScriptOperation;
import dev.cadastre.change.script.Script;

/**
 * A command. Without a guard it is run each time and always changes something; with one it is run
 * unless what it is for is so, which must be so afterwards.
 *
 * @param command for the host's shell
 * @param unless a command that succeeds if there is nothing to do, and changes nothing; empty for
 *     none
 * @param creates a path that is there if there is nothing to do; empty for none
 * @param folder where both commands run; empty for wherever that is
 */
public record RunCommand(String command, String unless, String creates, String folder)
        implements ScriptOperation {

    /** Checks the paths. */
    public RunCommand {
        if (command.isBlank()) {
            throw new IllegalArgumentException("there is no command");
        }
        creates = creates.isEmpty() ? "" : Names.requirePath(creates);
        folder = folder.isEmpty() ? "" : Names.requirePath(folder);
    }

    /** One without guards. */
    public static RunCommand of(String command) {
        return new RunCommand(command, "", "", "");
    }

    @Override
    public String name() {
        return "command.run";
    }

    @Override
    public String summary() {
        return command;
    }

    @Override
    public Script script(ScriptContext context) {
        return OperationScript.of("run-command.sh")
                .with("command", command)
                .with("unless", unless)
                .with("creates", creates)
                .with("run_in", folder)
                .script();
    }
}
