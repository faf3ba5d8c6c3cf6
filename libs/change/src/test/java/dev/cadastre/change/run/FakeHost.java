package dev.cadastre.change.run;

import dev.cadastre.change.script.Script;
import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.change.script.ScriptAnswer.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A host that holds values by key, does what {@link Wish} asks for, and can go wrong. */
final class FakeHost {

    /** What goes wrong in a call of a script. */
    enum Fault {
        /** The host disappears before it has done anything. */
        LOST_BEFORE,
        /** The host does it and disappears before it can say so. */
        LOST_AFTER,
        /** It takes too long, and was not done. */
        LATE_BEFORE,
        /** It takes too long, and was done. */
        LATE_AFTER,
        /** It fails without having done anything that can be seen. */
        FAILS,
        /** It does not answer as scripts do, and was not done. */
        BROKEN,
        /** The port throws, contrary to its promise. */
        THROWS
    }

    final String name;
    final Map<String, String> values = new TreeMap<>();
    final Map<Integer, Fault> faults = new HashMap<>();
    final List<String> log = new ArrayList<>();
    final Map<Integer, String> sent = new TreeMap<>();
    final Map<Integer, Trace> traces = new TreeMap<>();
    @Nullable Lock lock;
    boolean isAway;
    boolean isUnreadable;
    boolean keepsTraces;
    String noise = "";

    FakeHost(String name) {
        this.name = name;
    }

    /** How many times values were changed. */
    synchronized long acts() {
        return log.stream().filter(line -> line.startsWith("act ")).count();
    }

    synchronized String value(String key) {
        return values.getOrDefault(key, "");
    }

    synchronized ScriptAnswer look(Script script) {
        String key = variable(script, "key");
        String now = value(key);
        String wished = variable(script, "value");
        String basis = "%s=%s".formatted(key, now);
        return switch (script.look()) {
            case "put" ->
                    now.equals(wished)
                            ? answer(Kind.UNCHANGED, "", basis + " already", basis, now)
                            : answer(Kind.WOULD_CHANGE, "", basis, basis, now);
            case "append" -> answer(Kind.WOULD_CHANGE, "always", "appends", "", now);
            case "require" ->
                    now.equals(wished)
                            ? answer(Kind.UNCHANGED, "", basis, "", now)
                            : answer(Kind.REFUSED, "missing", "there is no " + key, "", now);
            case "restart", "reload" -> answer(Kind.WOULD_CHANGE, "always", "", "", now);
            default -> throw new IllegalArgumentException(script.look());
        };
    }

    private static String variable(Script script, String name) {
        return script.variables().getOrDefault(name, "");
    }

    private static ScriptAnswer answer(
            Kind kind, String code, String reason, String basis, String now) {
        return new ScriptAnswer(
                kind, code, reason, basis, List.of(), List.of(), List.of(), Map.of("was", now), "");
    }

    synchronized HostSession.Running run(
            int number, Script script, String basis, Consumer<String> output) {
        Fault fault = faults.remove(number);
        if (fault == Fault.THROWS) {
            throw new IllegalStateException("a port that breaks its promise");
        }
        if (isAway || fault == Fault.LOST_BEFORE) {
            return new HostSession.OutOfReach("it is away");
        }
        traces.put(number, new Trace.NeverBegun());
        for (int at = 0; at < noise.length(); at += 3) {
            output.accept(noise.substring(at, Math.min(noise.length(), at + 3)));
        }
        ScriptAnswer looked = look(script);
        if (fault == Fault.LATE_BEFORE) {
            return new HostSession.TimedOut();
        }
        if (fault == Fault.BROKEN) {
            return new HostSession.Answered(answer(Kind.BROKEN, "", "rubbish", "", ""));
        }
        HostSession.Answered answered =
                new HostSession.Answered(apply(script, looked, basis, fault == Fault.FAILS));
        traces.put(number, new Trace.Answered(answered.answer()));
        if (fault == Fault.LOST_AFTER) {
            return new HostSession.OutOfReach("it went away");
        }
        return fault == Fault.LATE_AFTER ? new HostSession.TimedOut() : answered;
    }

    private ScriptAnswer apply(Script script, ScriptAnswer looked, String basis, boolean fails) {
        if (!basis.isEmpty() && !basis.equals(looked.basis())) {
            return answer(Kind.STALE, "stale", "rests on " + looked.basis(), "", "");
        }
        if (looked.kind() != Kind.WOULD_CHANGE) {
            return looked;
        }
        String key = variable(script, "key");
        String now = value(key);
        if (fails) {
            return answer(Kind.FAILED, "command-failed", "it ended with status 1", "", now);
        }
        boolean appends = script.act().equals("append");
        String undone = variable(script, "is_undone").isEmpty() ? "" : " undone";
        log.add("act %s %s=%s%s".formatted(script.act(), key, variable(script, "value"), undone));
        if (!script.act().startsWith("re")) {
            values.put(key, (appends ? now : "") + variable(script, "value"));
        }
        return answer(Kind.CHANGED, "", "%s was %s".formatted(key, now), "", now);
    }

    /** Takes the lock if nobody else has it. */
    synchronized boolean lock(Lock wanted) {
        if (lock != null && !lock.run().equals(wanted.run())) {
            return false;
        }
        if (lock == null) {
            sent.clear();
            traces.clear();
        }
        lock = wanted;
        log.add("locked by " + wanted.run());
        return true;
    }

    synchronized boolean unlock(String run) {
        boolean ours = lock != null && lock.run().equals(run);
        if (ours) {
            lock = null;
            log.add("released by " + run);
        }
        return ours;
    }

    synchronized boolean isLockedBy(String run) {
        return lock != null && lock.run().equals(run);
    }
}
