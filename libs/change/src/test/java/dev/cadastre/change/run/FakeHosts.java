package dev.cadastre.change.run;

import dev.cadastre.change.script.ScriptAnswer;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Hosts in memory. */
final class FakeHosts implements Hosts {

    private final Map<String, FakeHost> hosts = new TreeMap<>();

    /** Called before a host is opened, by the thread that opens it. */
    Consumer<String> beforeOpening = host -> {};

    /** Called while a script runs, by the thread that runs it. */
    Consumer<BundledScript> whileRunning = script -> {};

    /** Whether sessions tell that a lock is had before they are opened. */
    boolean tellsOfLocks = true;

    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger busiest = new AtomicInteger();

    FakeHosts(String... names) {
        for (String name : names) {
            hosts.put(name, new FakeHost(name));
        }
    }

    FakeHost host(String name) {
        FakeHost host = hosts.get(name);
        if (host == null) {
            throw new IllegalArgumentException("no host " + name);
        }
        return host;
    }

    Iterable<FakeHost> all() {
        return hosts.values();
    }

    /** How many sessions were not closed. */
    int openSessions() {
        return open.get();
    }

    /** The most scripts that ran at one time. */
    int busiest() {
        return busiest.get();
    }

    @Override
    public HostSession session(String name) {
        open.incrementAndGet();
        return new Session(host(name));
    }

    private final class Session implements HostSession {
        private final FakeHost host;

        Session(FakeHost host) {
            this.host = host;
        }

        @Override
        public Reaching reach() {
            return host.isAway ? new OutOfReach("it is away") : new Reached();
        }

        @Override
        public Looking look(Bundle bundle) {
            return host.isAway ? new OutOfReach("it is away") : new Looked(answers(bundle));
        }

        private Map<Integer, ScriptAnswer> answers(Bundle bundle) {
            Map<Integer, ScriptAnswer> answers = new TreeMap<>();
            for (BundledScript script : bundle.scripts()) {
                if (script.isLookedAt()) {
                    answers.put(script.number(), host.look(script.script()));
                }
            }
            return answers;
        }

        @Override
        public Opening open(Bundle bundle, Lock lock, Runnable locked) {
            beforeOpening.accept(host.name);
            if (host.isAway) {
                return new OutOfReach("it is away");
            }
            if (!host.lock(lock)) {
                return new Blocked(
                        host.isUnreadable ? null : host.lock,
                        "~/.cadastre/bundles/" + bundle.name());
            }
            if (tellsOfLocks) {
                locked.run();
            }
            bundle.scripts()
                    .forEach(script -> host.sent.put(script.number(), script.script().act()));
            return new Opened(
                    answers(bundle), host.keepsTraces ? Map.copyOf(host.traces) : Map.of());
        }

        @Override
        public Running run(
                BundledScript script, String basis, Consumer<String> output, StopSignal stop) {
            if (!host.sent.containsKey(script.number())) {
                throw new IllegalStateException("no script %d".formatted(script.number()));
            }
            busiest.accumulateAndGet(busy.incrementAndGet(), Math::max);
            try {
                whileRunning.accept(script);
                return stop.isGiven()
                        ? new Stopped()
                        : host.run(script.number(), script.script(), basis, output);
            } finally {
                busy.decrementAndGet();
            }
        }

        @Override
        public Releasing release(String bundle, String run) {
            return host.isAway ? new OutOfReach("it is away") : new Released(host.unlock(run));
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }
}
