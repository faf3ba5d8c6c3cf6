package dev.cadastre.change.host;

import dev.cadastre.change.host.HostPrograms.Tokens;
import dev.cadastre.change.run.BundledScript;
import dev.cadastre.change.run.HostSession.Answered;
import dev.cadastre.change.run.HostSession.OutOfReach;
import dev.cadastre.change.run.HostSession.Refused;
import dev.cadastre.change.run.HostSession.Running;
import dev.cadastre.change.run.HostSession.Stopped;
import dev.cadastre.change.run.HostSession.TimedOut;
import dev.cadastre.change.run.StopSignal;
import dev.cadastre.change.run.Trace;
import dev.cadastre.change.script.AnswerWord;
import dev.cadastre.change.script.Payload;
import dev.cadastre.change.script.ScriptAnswer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Calls scripts on a machine, each in a session of its own that can be ended. */
final class Calls {

    /** The machine ends it by itself; this is for one that cannot, or does not say so. */
    private static final Duration GRACE = Duration.ofMinutes(2);

    /** People are slow, and sudo waits for five minutes. */
    private static final Duration ASKING = Duration.ofMinutes(15);

    /** What was left behind may hold the streams open, and says nothing that counts. */
    private static final long LEFT_OPEN_SECONDS = 2;

    private static final Executor THREADS =
            task -> {
                Thread thread = new Thread(task, "end-of-script");
                thread.setDaemon(true);
                thread.start();
            };

    private final Shell shell;
    private final Elevation elevation;
    private final HostPrograms programs;

    Calls(Shell shell, Elevation elevation, HostPrograms programs) {
        this.shell = shell;
        this.elevation = elevation;
        this.programs = programs;
    }

    /** A script of a bundle; null if it was not begun and is worth another password. */
    @Nullable Running inBundle(
            String bundle, HostPrograms.Call call, Consumer<String> output, StopSignal stop) {
        Payload payload = call.script().script().payload();
        Trip.Sending sending =
                switch (call.mode()) {
                    case PASSWORD -> Trip.Sending.parts(Payload.NOTHING, payload, Mode.PASSWORD);
                    case MISSING -> Trip.Sending.parts(Payload.NOTHING, payload, null);
                    default -> Trip.Sending.all(payload, call.mode());
                };
        return called(
                new Ordered(
                        call.script(),
                        call.tokens(),
                        sending,
                        programs.call(bundle, call),
                        call.onTerminal(),
                        true),
                output,
                stop);
    }

    /**
     * A script that is sent whole, and kept nowhere; null as above.
     *
     * @param note where it writes down that it is at work, unless it is already; null for nowhere
     */
    @Nullable Running streamed(
            BundledScript script,
            String basis,
            @Nullable Path note,
            Consumer<String> output,
            StopSignal stop) {
        Tokens tokens = Tokens.random();
        AnswerWord word = tokens.word();
        byte[] text = HostPrograms.script(script.script());
        byte[] streamed = programs.streamed(script.as() == null ? note : null);
        String[] arguments = HostPrograms.streamedArguments(word, text, script.limit(), basis);
        Payload all =
                Payload.joined(
                        List.of(
                                Payload.ofOwn(streamed),
                                Payload.ofOwn(text),
                                script.script().payload()));
        Ordered ordered;
        if (script.as() == null) {
            ordered =
                    new Ordered(
                            script,
                            tokens,
                            Trip.Sending.all(all, Mode.SAME),
                            programs.line(streamed, arguments),
                            false,
                            false);
        } else {
            byte[] program =
                    programs.streamedAs(script.as(), tokens, streamed, "", note, arguments);
            Trip.Sending parts = Trip.Sending.parts(Payload.ofOwn(program), all, null);
            ordered = new Ordered(script, tokens, parts, programs.line(program), false, false);
        }
        return called(ordered, output, stop);
    }

    /** Which of those are still at work that have written that down. */
    Map<Integer, Trace> atWork(Map<Integer, Path> notes) {
        if (notes.isEmpty()) {
            return Map.of();
        }
        Tokens tokens = Tokens.random();
        byte[] program = programs.notes(notes, tokens);
        BundleAnswer answer = new BundleAnswer(Map.of(), () -> {});
        Trip.Sending sending = Trip.Sending.all(program, Mode.SAME);
        new Trip(tokens.word(), tokens.prompt(), elevation, sending, answer)
                .go(shell, programs.line(program), false, GRACE);
        return answer.traces();
    }

    /** A call, ready to be made. */
    private record Ordered(
            BundledScript script,
            Tokens tokens,
            Trip.Sending sending,
            String line,
            boolean onTerminal,
            boolean isInBundle) {}

    private @Nullable Running called(Ordered order, Consumer<String> output, StopSignal stop) {
        AtomicReference<@Nullable Trip> going = new AtomicReference<>();
        CallHandler handler =
                new CallHandler(order.tokens().word(), output, () -> letGoSoon(going.get()));
        Trip trip =
                new Trip(
                        order.tokens().word(),
                        order.tokens().prompt(),
                        elevation,
                        order.sending(),
                        handler);
        going.set(trip);
        stop.whenGiven(() -> {
            CompletableFuture<Void> unused =
                    handler.session()
                            .thenAcceptAsync(session -> end(session, order, trip), THREADS);
        });
        Shell.Ended ended = trip.go(shell, order.line(), order.onTerminal(), limit(order.script()));
        handler.session().cancel(false);
        handler.end();
        return running(order, handler, trip, ended, stop);
    }

    private static Duration limit(BundledScript script) {
        return script.limit().plus(script.as() == null ? GRACE : ASKING);
    }

    private static void letGoSoon(@Nullable Trip trip) {
        if (trip != null) {
            CompletableFuture.delayedExecutor(LEFT_OPEN_SECONDS, TimeUnit.SECONDS)
                    .execute(trip::letGo);
        }
    }

    /** Ends what a call has begun; the call itself then says how it ended. */
    private void end(String session, Ordered call, Trip called) {
        if (!session.matches("[0-9]{1,10}")) {
            called.letGo();
            return;
        }
        Tokens tokens = Tokens.random();
        byte[] ending = programs.end(session);
        byte[] program = ending;
        Trip.Sending sending = Trip.Sending.all(ending, Mode.SAME);
        String account = call.script().as();
        if (account != null) {
            String most = call.onTerminal() ? "" + ending.length : "";
            program =
                    programs.streamedAs(account, tokens, ending, most, null, tokens.word().text());
            sending = Trip.Sending.parts(Payload.ofOwn(program), Payload.ofOwn(ending), null);
        }
        BundleAnswer unheeded = new BundleAnswer(Map.of(), () -> {});
        Trip trip = new Trip(tokens.word(), tokens.prompt(), elevation, sending, unheeded);
        Shell.Ended ended = trip.go(shell, programs.line(program), call.onTerminal(), GRACE);
        if (!(ended instanceof Shell.Exited) || trip.isRefused()) {
            called.letGo();
        }
    }

    private @Nullable Running running(
            Ordered order, CallHandler handler, Trip trip, Shell.Ended ended, StopSignal stop) {
        String outcome = handler.outcome();
        if (outcome != null) {
            ScriptAnswer answer = handler.answer();
            if (CallAnswer.isSuccess(answer) || !(isLate(outcome) || stop.isGiven())) {
                return new Answered(answer);
            }
            if (isLate(outcome)) {
                return new TimedOut();
            }
            return answer.kind() == ScriptAnswer.Kind.BROKEN ? new Stopped() : new Answered(answer);
        }
        if (handler.refused() != null) {
            return Refusals.of(handler.refused());
        }
        if (trip.isRefused()) {
            boolean isWorthAnother =
                    trip.isWrong() && !trip.isGivenUp() && elevation.another() != null;
            return isWorthAnother ? null : Refusals.sudo(trip);
        }
        return unheard(order, handler, ended);
    }

    private static Running unheard(Ordered order, CallHandler handler, Shell.Ended ended) {
        if (ended instanceof Shell.Exited exited && order.isInBundle() && !handler.isCalled()) {
            return new Refused(
                    "not-open",
                    "The bundle is not there any more, or is not whole: what was to call the script"
                            + " ended with status "
                            + exited.status()
                            + told(handler));
        }
        return new OutOfReach(ShellSession.reason(ended, handler.errors()));
    }

    private static String told(CallHandler handler) {
        String told = Refusals.plain(handler.errors());
        return told.isEmpty() ? "" : ": " + told;
    }

    private static boolean isLate(String outcome) {
        return outcome.equals("late");
    }
}
