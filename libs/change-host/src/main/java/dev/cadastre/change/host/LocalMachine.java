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
import dev.cadastre.change.run.Trace;
import dev.cadastre.change.script.Script;
import dev.cadastre.change.script.ScriptAnswer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The machine that this program runs on: scripts by its {@code /bin/sh}, and programs in this JVM.
 * It keeps no lock, as the run's journal does, and of what was called no more than that it is at
 * work.
 */
public final class LocalMachine implements LocalJobs {

    private final ScriptContext context;
    private final LocalPrograms programs;
    private final ShellSession looks;
    private final Calls calls;
    private final LocalTraces traces;

    /**
     * This machine for somebody who only looks, or needs not know what outlives this program.
     *
     * @param context what scripts and programs are made from
     * @param hosts that the change is for, with the values of each; for programs
     */
    public LocalMachine(
            ScriptContext context, Map<String, Map<String, String>> hosts, RunSecrets secrets) {
        this(context, hosts, secrets, null);
    }

    /**
     * This machine for a run. What runs here outlives this program if that is killed, and is not
     * begun a second time for as long as it does.
     *
     * @param context what scripts and programs are made from
     * @param hosts that the change is for, with the values of each; for programs
     * @param traces a folder for this run alone, made when it is needed; null for none
     */
    public LocalMachine(
            ScriptContext context,
            Map<String, Map<String, String>> hosts,
            RunSecrets secrets,
            @Nullable Path traces) {
        HostPrograms texts = new HostPrograms("/bin/sh");
        Shell shell = new LocalShell();
        this.context = context;
        this.programs = new LocalPrograms(context, hosts);
        this.looks = new ShellSession(shell, secrets, texts);
        this.calls = new Calls(shell, new Elevation(secrets), texts);
        this.traces = new LocalTraces(traces);
    }

    @Override
    public Map<Integer, Trace> traces(List<Task> tasks) {
        return calls.atWork(traces.of(tasks.stream().map(Task::number).toList()));
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
        try {
            Path note = traces.begin(task.number());
            return called(bundled(task, script, false), basis, note, output, stop);
        } catch (IOException e) {
            return new HostSession.Refused(
                    "not-written", "Nothing can be written down of what is at work here: " + e);
        }
    }

    private HostSession.Running called(
            BundledScript script,
            String basis,
            @Nullable Path note,
            Consumer<String> output,
            StopSignal stop) {
        HostSession.Running running = null;
        while (running == null) {
            running = calls.streamed(script, basis, note, output, stop);
        }
        boolean isOver = !(running instanceof HostSession.OutOfReach);
        boolean isOther =
                running instanceof HostSession.Refused refused
                        && refused.code().equals("still-runs");
        if (isOver && !isOther) {
            traces.forget(script.number());
        }
        return running;
    }

    private static BundledScript bundled(Task task, Script script, boolean isLookedAt) {
        return new BundledScript(task.number(), script, task.as(), task.limit(), isLookedAt);
    }
}
