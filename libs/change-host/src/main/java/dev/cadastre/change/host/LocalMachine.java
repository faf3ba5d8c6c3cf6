package dev.cadastre.change.host;

import dev.cadastre.change.ProgramOperation;
import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.run.Bundle;
import dev.cadastre.change.run.BundledScript;
import dev.cadastre.change.run.HostSession;
import dev.cadastre.change.run.LocalJobs;
import dev.cadastre.change.run.RunSecrets;
import dev.cadastre.change.run.StopSignal;
import dev.cadastre.change.run.Task;
import dev.cadastre.change.script.Script;
import dev.cadastre.change.script.ScriptAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The machine that this program runs on: scripts by its {@code /bin/sh}, and programs in this JVM.
 * It keeps no lock, as the run's journal does, and nothing of what was called.
 */
public final class LocalMachine implements LocalJobs {

    private final ScriptContext context;
    private final LocalPrograms programs;
    private final ShellSession looks;
    private final Calls calls;

    /**
     * This machine.
     *
     * @param context what scripts and programs are made from
     * @param hosts that the change is for, with the values of each; for programs
     */
    public LocalMachine(
            ScriptContext context, Map<String, Map<String, String>> hosts, RunSecrets secrets) {
        HostPrograms texts = new HostPrograms("/bin/sh");
        Shell shell = new LocalShell();
        this.context = context;
        this.programs = new LocalPrograms(context, hosts);
        this.looks = new ShellSession(shell, secrets, texts);
        this.calls = new Calls(shell, new Elevation(secrets), texts);
    }

    @Override
    public HostSession.Looking look(List<Task> tasks) {
        List<BundledScript> scripts = new ArrayList<>();
        Map<Integer, ScriptAnswer> answers = new TreeMap<>();
        for (Task task : tasks) {
            Script script = task.script(context);
            if (script != null) {
                scripts.add(bundled(task, script, true));
            } else if (task.operation() instanceof ProgramOperation program) {
                answers.put(task.number(), programs.look(program, task.limit()));
            }
        }
        if (scripts.isEmpty()) {
            return new HostSession.Looked(answers);
        }
        HostSession.Looking looking = looks.look(new Bundle("local", scripts));
        if (looking instanceof HostSession.Looked looked) {
            answers.putAll(looked.answers());
            return new HostSession.Looked(answers);
        }
        return looking;
    }

    @Override
    public HostSession.Running run(
            Task task, String basis, Consumer<String> output, StopSignal stop) {
        Script script = task.script(context);
        if (script == null) {
            return task.operation() instanceof ProgramOperation program
                    ? programs.run(program, task.limit(), output, stop)
                    : new HostSession.Refused("no-script", "Nothing is known that does it here");
        }
        BundledScript bundled = bundled(task, script, false);
        HostSession.Running running = null;
        while (running == null) {
            running = calls.streamed(bundled, basis, output, stop);
        }
        return running;
    }

    private static BundledScript bundled(Task task, Script script, boolean isLookedAt) {
        return new BundledScript(task.number(), script, task.as(), task.limit(), isLookedAt);
    }
}
