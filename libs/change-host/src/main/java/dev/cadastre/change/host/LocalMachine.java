package dev.cadastre.change.host;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.run.HostSession;
import dev.cadastre.change.run.LocalJobs;
import dev.cadastre.change.run.RunSecrets;
import dev.cadastre.change.run.StopSignal;
import dev.cadastre.change.run.Task;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The machine that this program runs on: scripts by its {@code /bin/sh}, and programs in this JVM.
 * It keeps no lock, as the run's journal does, and nothing of what was called.
 */
public final class LocalMachine implements LocalJobs {

    private final ScriptContext context;
    private final Map<String, Map<String, String>> hosts;
    private final RunSecrets secrets;

    /**
     * This machine.
     *
     * @param context what scripts and programs are made from
     * @param hosts that the change is for, with the values of each; for programs
     */
    public LocalMachine(
            ScriptContext context, Map<String, Map<String, String>> hosts, RunSecrets secrets) {
        this.context = context;
        this.hosts = Map.copyOf(hosts);
        this.secrets = secrets;
    }

    @Override
    public HostSession.Looking look(List<Task> tasks) {
        throw new UnsupportedOperationException(context + " " + hosts + secrets);
    }

    @Override
    public HostSession.Running run(
            Task task, String basis, Consumer<String> output, StopSignal stop) {
        throw new UnsupportedOperationException();
    }
}
