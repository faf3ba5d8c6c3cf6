package dev.cadastre.server.change.running;

import dev.cadastre.change.run.BundledScript;
import dev.cadastre.change.run.HostSession;
import dev.cadastre.change.run.Lock;
import dev.cadastre.change.run.StopSignal;
import dev.cadastre.change.script.Script;
import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.change.script.ScriptAnswer.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A host that holds values by key, and understands the scripts of {@link TestOperations}. */
public final class FakeHost {

    final String name;
    private final Map<String, String> values = new TreeMap<>();
    private final List<String> acts = new ArrayList<>();
    private final Set<Integer> sent = new TreeSet<>();
    private @Nullable Lock lock;
    private boolean isAway;
    private String failing = "";
    private @Nullable CountDownLatch gate;

    FakeHost(String name) {
        this.name = name;
    }

    public synchronized String value(String key) {
        return values.getOrDefault(key, "");
    }

    public synchronized void put(String key, String value) {
        values.put(key, value);
    }

    /** What was changed, in order. */
    public synchronized List<String> acts() {
        return List.copyOf(acts);
    }

    public synchronized boolean isLocked() {
        return lock != null;
    }

    public synchronized @Nullable Lock lock() {
        return lock;
    }

    public synchronized void lockedBy(@Nullable Lock other) {
        lock = other;
    }

    public synchronized void away(boolean is) {
        isAway = is;
    }

    synchronized boolean isAway() {
        return isAway;
    }

    /** Has what is done to that key fail; empty for nothing. */
    public synchronized void failing(String key) {
        failing = key;
    }

    /** Has all scripts wait until the gate is opened; null for none. */
    public synchronized void gate(@Nullable CountDownLatch latch) {
        gate = latch;
    }

    private synchronized @Nullable CountDownLatch gate() {
        return gate;
    }

    synchronized ScriptAnswer look(Script script) {
        String key = variable(script, "key");
        String now = value(key);
        String wished = variable(script, "value");
        String basis = key + "=" + now;
        return switch (script.look()) {
            case "put" ->
                    now.equals(wished)
                            ? answer(Kind.UNCHANGED, "", basis + " already", basis, now)
                            : answer(Kind.WOULD_CHANGE, "", basis, basis, now);
            case "append" -> answer(Kind.WOULD_CHANGE, "always", "appends", "", now);
            default -> answer(Kind.WOULD_CHANGE, "always", "", "", now);
        };
    }

    private static String variable(Script script, String name) {
        return script.variables().getOrDefault(name, "");
    }

    private static ScriptAnswer answer(
            Kind kind, String code, String reason, String basis, String now) {
        return new ScriptAnswer(
                kind,
                code,
                reason,
                basis,
                List.of(reason),
                List.of(),
                List.of(),
                Map.of("was", now),
                "");
    }

    HostSession.Running run(
            Script script, String basis, Consumer<String> output, StopSignal stop, String secret) {
        CountDownLatch latch = gate();
        if (latch != null) {
            stop.whenGiven(latch::countDown);
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (stop.isGiven()) {
                return new HostSession.Stopped();
            }
        }
        output.accept("doing " + script.act() + " with " + secret + "\n");
        return new HostSession.Answered(apply(script, basis, secret));
    }

    private synchronized ScriptAnswer apply(Script script, String basis, String secret) {
        ScriptAnswer looked = look(script);
        if (!basis.isEmpty() && !basis.equals(looked.basis())) {
            return answer(Kind.STALE, "stale", "rests on " + looked.basis(), "", "");
        }
        if (looked.kind() != Kind.WOULD_CHANGE) {
            return looked;
        }
        String key = variable(script, "key");
        String now = value(key);
        if (!failing.isEmpty() && key.equals(failing)) {
            return answer(Kind.FAILED, "command-failed", "it failed with " + secret, "", now);
        }
        boolean appends = script.act().equals("append");
        boolean sets = appends || script.act().equals("put");
        String wished = variable(script, "value");
        acts.add(sets ? "%s %s=%s".formatted(script.act(), key, wished) : "restart");
        if (sets) {
            values.put(key, appends ? now + wished : wished);
        }
        return answer(Kind.CHANGED, "", "%s was %s %s".formatted(key, now, secret), "", now);
    }

    synchronized boolean take(Lock wanted) {
        Lock held = lock;
        if (held != null && !held.run().equals(wanted.run())) {
            return false;
        }
        lock = wanted;
        return true;
    }

    synchronized void send(List<BundledScript> scripts) {
        scripts.forEach(script -> sent.add(script.number()));
    }

    synchronized boolean release(String run) {
        Lock held = lock;
        boolean ours = held != null && held.run().equals(run);
        if (ours) {
            lock = null;
        }
        return ours;
    }
}
