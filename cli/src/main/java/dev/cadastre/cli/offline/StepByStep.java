package dev.cadastre.cli.offline;

import dev.cadastre.change.plan.Place;
import dev.cadastre.change.run.Bundle;
import dev.cadastre.change.run.BundledScript;
import dev.cadastre.change.run.HostSession;
import dev.cadastre.change.run.Hosts;
import dev.cadastre.change.run.LocalJobs;
import dev.cadastre.change.run.Lock;
import dev.cadastre.change.run.RunEntry;
import dev.cadastre.change.run.RunListener;
import dev.cadastre.change.run.RunView;
import dev.cadastre.change.run.Step;
import dev.cadastre.change.run.StopSignal;
import dev.cadastre.change.run.Task;
import dev.cadastre.change.run.Trace;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Has the person at the terminal agree to each step before it is done; whoever does not agree halts
 * the run. Does nothing unless it is asked for. Thread-safe.
 */
final class StepByStep implements RunListener {

    private final Session session;
    private final RunListener listener;
    private final Runnable halt;
    private final Map<Place, Step> steps = new ConcurrentHashMap<>();
    private boolean asks;

    /**
     * Watches a run.
     *
     * @param asks whether each step is asked about
     * @param listener who watches besides
     * @param halt halts the run
     */
    StepByStep(Session session, boolean asks, RunListener listener, Runnable halt) {
        this.session = session;
        this.asks = asks;
        this.listener = listener;
        this.halt = halt;
    }

    @Override
    public void wrote(RunEntry entry, RunView view) {
        if (entry instanceof RunEntry.Started started) {
            steps.put(started.step().place(), started.step());
        }
        listener.wrote(entry, view);
    }

    @Override
    public void printed(Step step, String text) {
        listener.printed(step, text);
    }

    /** Hosts whose scripts are asked about. */
    Hosts gated(Hosts hosts) {
        return name -> new GatedSession(hosts.session(name), Place.host(name));
    }

    /** This machine, whose tasks are asked about. */
    LocalJobs gated(LocalJobs local) {
        return new GatedJobs(local);
    }

    /** Whether it may be done; one question at a time. */
    private synchronized boolean agreed(Place place) {
        if (!asks) {
            return true;
        }
        session.surroundings()
                .err()
                .print(
                        "Next: %s. Do it? [y]es, [a]ll from here, or halt [y/a/N] "
                                .formatted(steps.get(place)));
        session.surroundings().err().flush();
        String answer = session.line().strip();
        asks = !answer.equalsIgnoreCase("a");
        return !asks || answer.equalsIgnoreCase("y");
    }

    private HostSession.Refused refused() {
        halt.run();
        return new HostSession.Refused(
                "not-agreed", "the person at the terminal did not have it begun");
    }

    private final class GatedJobs implements LocalJobs {
        private final LocalJobs local;

        GatedJobs(LocalJobs local) {
            this.local = local;
        }

        @Override
        public HostSession.Looking look(List<Task> tasks) {
            return local.look(tasks);
        }

        @Override
        public Map<Integer, Trace> traces(List<Task> tasks) {
            return local.traces(tasks);
        }

        @Override
        public HostSession.Running run(
                Task task, String basis, Consumer<String> output, StopSignal stop) {
            return agreed(Place.LOCAL) ? local.run(task, basis, output, stop) : refused();
        }
    }

    private final class GatedSession implements HostSession {
        private final HostSession host;
        private final Place place;

        GatedSession(HostSession host, Place place) {
            this.host = host;
            this.place = place;
        }

        @Override
        public Reaching reach() {
            return host.reach();
        }

        @Override
        public Looking look(Bundle bundle) {
            return host.look(bundle);
        }

        @Override
        public Opening open(Bundle bundle, Lock lock, Runnable locked) {
            return host.open(bundle, lock, locked);
        }

        @Override
        public Running run(
                BundledScript script, String basis, Consumer<String> output, StopSignal stop) {
            return agreed(place) ? host.run(script, basis, output, stop) : refused();
        }

        @Override
        public Releasing release(String bundle, String run) {
            return host.release(bundle, run);
        }

        @Override
        public void close() {
            host.close();
        }
    }
}
