package dev.cadastre.change.host;

import dev.cadastre.change.host.HostPrograms.Tokens;
import dev.cadastre.change.run.Bundle;
import dev.cadastre.change.run.BundledScript;
import dev.cadastre.change.run.HostSession;
import dev.cadastre.change.run.Lock;
import dev.cadastre.change.run.RunSecrets;
import dev.cadastre.change.run.StopSignal;
import dev.cadastre.change.script.AnswerWord;
import dev.cadastre.change.script.Payload;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A host as a run has to do with it, by a shell there. */
final class ShellSession implements HostSession {

    /** What takes longer hangs: a home on a server that is gone, for one. */
    private static final Duration LONGEST_TRIP = Duration.ofMinutes(15);

    /** The host ends it by itself; this is for one that cannot. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final Shell shell;
    private final Elevation elevation;
    private final HostPrograms programs;
    private final Duration longestTrip;
    private final Map<String, Mode> modes = new HashMap<>();
    private boolean onTerminal;
    private boolean isReached;
    private String bundle = "";
    private String opened = "";
    private Shell.@Nullable Ended lastEnded;

    ShellSession(Shell shell, RunSecrets secrets, HostPrograms programs) {
        this(shell, secrets, programs, LONGEST_TRIP);
    }

    /**
     * One in a hurry.
     *
     * @param longestTrip after which what is not called is let go, and ends on the host by itself
     */
    ShellSession(Shell shell, RunSecrets secrets, HostPrograms programs, Duration longestTrip) {
        this.longestTrip = longestTrip;
        this.shell = new KeptShell(shell, programs);
        this.elevation = new Elevation(secrets);
        this.programs = programs;
    }

    @Override
    public Reaching reach() {
        if (isReached) {
            return new Reached();
        }
        BundleAnswer answer = new BundleAnswer(Map.of(), () -> {});
        Trip trip = plainTrip(Tokens.random(), new byte[0], answer);
        Shell.Ended ended = trip.go(shell, "exit 0", false, longestTrip);
        isReached = ended instanceof Shell.Exited exited && exited.status() == 0;
        return isReached
                ? new Reached()
                : new OutOfReach(
                        ended instanceof Shell.Exited exited
                                ? "the account's shell does not run commands: it ended with status "
                                        + exited.status()
                                : reason(ended, answer.stray()));
    }

    private Trip plainTrip(Tokens tokens, byte[] program, Trip.Handler handler) {
        Trip.Sending sending = Trip.Sending.all(program, Mode.SAME);
        return new Trip(tokens.word(), tokens.prompt(), elevation, sending, handler);
    }

    @Override
    public Looking look(Bundle looked) {
        Refused wrong = checked(looked, "look");
        if (wrong != null) {
            return wrong;
        }
        Map<Integer, AnswerWord> words = words(looked);
        Opening answer =
                bundleTrip(
                        looked,
                        words,
                        () -> {},
                        tokens -> programs.look(looked, words, tokens, longestTrip, onTerminal));
        if (answer instanceof Opened seen) {
            return new Looked(seen.answers());
        }
        return answer instanceof Refused refused ? refused : (OutOfReach) answer;
    }

    @Override
    public Opening open(Bundle wanted, Lock lock, Runnable locked) {
        Refused wrong = checked(wanted, wanted.name());
        if (wrong != null) {
            return wrong;
        }
        Map<Integer, AnswerWord> words = words(wanted);
        bundle = wanted.name();
        opened = AnswerWord.random().text();
        Once once = new Once(locked);
        return bundleTrip(
                wanted,
                words,
                once,
                tokens ->
                        programs.open(
                                wanted, lock, words, tokens, opened, longestTrip, onTerminal));
    }

    /** Does it the first time only; a trip may be made again. */
    private static final class Once implements Runnable {
        private final Runnable action;
        private boolean isDone;

        Once(Runnable action) {
            this.action = action;
        }

        @Override
        public synchronized void run() {
            if (!isDone) {
                isDone = true;
                action.run();
            }
        }
    }

    private static @Nullable Refused checked(Bundle bundle, String name) {
        if (!HostPrograms.isName(name)) {
            return new Refused("bad-name", "A bundle cannot be named " + name);
        }
        for (BundledScript script : bundle.scripts()) {
            Refused refused = checked(script.as());
            if (refused != null) {
                return refused;
            }
        }
        return null;
    }

    private static @Nullable Refused checked(@Nullable String account) {
        return account == null || HostPrograms.isAccount(account)
                ? null
                : new Refused("no-account", "There is no account named " + account);
    }

    private static Map<Integer, AnswerWord> words(Bundle bundle) {
        Map<Integer, AnswerWord> words = new HashMap<>();
        for (BundledScript script : bundle.scripts()) {
            if (script.isLookedAt()) {
                words.put(script.number(), AnswerWord.random());
            }
        }
        return words;
    }

    /** The program of a trip. */
    private interface Program {
        byte[] with(Tokens tokens);
    }

    /** Again with a terminal if sudo wants one, and with another password if one was wrong. */
    private Opening bundleTrip(
            Bundle asked, Map<Integer, AnswerWord> words, Runnable locked, Program program) {
        while (true) {
            boolean wasOnTerminal = onTerminal;
            Tokens tokens = Tokens.random();
            BundleAnswer answer = new BundleAnswer(words, locked);
            Trip trip = bundleTrip(asked, tokens, program.with(tokens), answer, wasOnTerminal);
            Opening opening = opening(answer, trip);
            if (opening != null) {
                return opening;
            }
        }
    }

    private Trip bundleTrip(
            Bundle asked, Tokens tokens, byte[] program, BundleAnswer answer, boolean terminal) {
        boolean needsNobody = asked.scripts().stream().allMatch(script -> script.as() == null);
        // A terminal ends what runs on it when the connection is lost; all else is watched over.
        byte[] watch = terminal ? new byte[0] : programs.streamed(null);
        Payload sent = Payload.ofOwn(watch).then(Payload.ofOwn(program));
        String line =
                terminal
                        ? programs.line(program)
                        : programs.line(watch, HostPrograms.watching(tokens, program, longestTrip));
        Trip.Sending sending =
                needsNobody ? Trip.Sending.all(sent, Mode.SAME) : Trip.Sending.open(sent);
        Trip trip = new Trip(tokens.word(), tokens.prompt(), elevation, sending, answer);
        lastEnded = trip.go(shell, line, terminal, longestTrip.plus(GRACE));
        return trip;
    }

    /** Null if it is to be tried again. */
    private @Nullable Opening opening(BundleAnswer answer, Trip trip) {
        modes.putAll(answer.modes());
        if (answer.blocked() != null) {
            return new Blocked(answer.lock(), answer.blocked());
        }
        if (answer.refused() != null) {
            return Refusals.of(answer.refused());
        }
        if (modes.containsValue(Mode.TERMINAL)) {
            return terminal();
        }
        if (trip.isRefused()) {
            return isWorthAnother(trip) ? null : Refusals.sudo(trip);
        }
        if (answer.done() != null) {
            return new Opened(answer.answers(), answer.traces());
        }
        return new OutOfReach(
                answer.isLate()
                        ? "it took longer than %d s, and was ended"
                                .formatted(longestTrip.toSeconds())
                        : reason(lastEnded, answer.stray()));
    }

    private @Nullable Refused terminal() {
        modes.values().removeIf(mode -> mode == Mode.TERMINAL);
        if (onTerminal || !shell.offersTerminal()) {
            return new Refused(
                    "needs-terminal", "sudo wants a terminal, and there is none to give");
        }
        onTerminal = true;
        return null;
    }

    /** Some take one password and no other. */
    private boolean isWorthAnother(Trip trip) {
        return trip.isWrong() && !trip.isGivenUp() && elevation.another() != null;
    }

    @Override
    public Running run(
            BundledScript script, String basis, Consumer<String> output, StopSignal stop) {
        if (opened.isEmpty()) {
            return new Refused("not-open", "The bundle is not open");
        }
        Refused wrong = checked(script.as());
        if (wrong != null) {
            return wrong;
        }
        if (!HostPrograms.isBasis(basis)) {
            return new Refused("bad-basis", "What it rests on is no digest: " + basis);
        }
        Calls calls = new Calls(shell, elevation, programs);
        while (true) {
            Mode mode = mode(script.as());
            if (mode == null) {
                return new Refused("not-open", "Nobody has looked yet as " + script.as());
            }
            HostPrograms.Call call =
                    new HostPrograms.Call(
                            script,
                            basis,
                            Tokens.random(),
                            opened,
                            mode,
                            onTerminal && mode != Mode.SAME);
            Running running = calls.inBundle(bundle, call, output, stop);
            if (running != null) {
                return running;
            }
        }
    }

    private @Nullable Mode mode(@Nullable String account) {
        return account == null ? Mode.SAME : modes.get(account);
    }

    @Override
    public Releasing release(String name, String run) {
        if (!HostPrograms.isName(name)) {
            return new Released(false);
        }
        Tokens tokens = Tokens.random();
        byte[] program = programs.release(name, run, tokens);
        BundleAnswer answer = new BundleAnswer(Map.of(), () -> {});
        Trip trip = plainTrip(tokens, program, answer);
        Shell.Ended ended = trip.go(shell, programs.line(program), false, longestTrip);
        if (answer.done() != null) {
            return new Released(answer.done().equals("yes"));
        }
        return new OutOfReach(
                answer.refused() != null
                        ? Refusals.of(answer.refused()).reason()
                        : reason(ended, answer.stray()));
    }

    @Override
    public void close() {
        shell.close();
    }

    /**
     * Why nothing is known, in a sentence.
     *
     * @param printed what was printed and is no answer
     */
    static String reason(Shell.@Nullable Ended ended, String printed) {
        if (ended instanceof Shell.Lost lost) {
            return lost.reason();
        }
        if (ended instanceof Shell.LetGo) {
            return "it did not answer in time";
        }
        String told = Refusals.plain(printed);
        return (ended instanceof Shell.Signalled signalled
                        ? "what was at work there was ended by signal " + signalled.signal()
                        : "it answered nothing that can be understood")
                + (told.isEmpty() ? "" : "; it says: " + told);
    }
}
