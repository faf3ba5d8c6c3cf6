package dev.cadastre.change.run;

import dev.cadastre.change.plan.Place;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Has somebody agree to each job before it is done, and to each daemon before it is restarted. What
 * is not agreed to is not begun. Thread-safe.
 */
public final class StepGate implements RunListener {

    private final Agreement agreement;
    private final RunListener listener;
    private final Map<Place, Step> steps = new ConcurrentHashMap<>();

    /** Who agrees to steps. */
    @FunctionalInterface
    public interface Agreement {

        /** Whether it may be done; asked when it is about to be, by any thread. */
        boolean isGiven(Step step);
    }

    private StepGate(Agreement agreement, RunListener listener) {
        this.agreement = agreement;
        this.listener = listener;
    }

    /** What a run reaches the world by, with this in between. */
    public static RunPorts between(Agreement agreement, RunPorts ports) {
        StepGate gate = new StepGate(agreement, ports.listener());
        return new RunPorts(
                name -> gate.new GatedSession(ports.hosts().session(name), Place.host(name)),
                gate.new GatedJobs(ports.local()),
                ports.contexts(),
                ports.daemons(),
                ports.monitors(),
                ports.secrets(),
                ports.runs(),
                gate,
                ports.clock(),
                ports.nanoTime());
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

    private boolean isAgreed(Place place) {
        Step step = steps.get(place);
        return step == null || agreement.isGiven(step);
    }

    private static HostSession.Running refused(StopSignal stop) {
        return stop.isGiven()
                ? new HostSession.Stopped()
                : new HostSession.Refused("not-agreed", "nobody agreed to have it begun");
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
            return isAgreed(Place.LOCAL) ? local.run(task, basis, output, stop) : refused(stop);
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
            return isAgreed(place) ? host.run(script, basis, output, stop) : refused(stop);
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
