package dev.cadastre.change.host;

import dev.cadastre.change.ProgramContext;
import dev.cadastre.change.ProgramOperation;
import dev.cadastre.change.ProgramResult;
import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.Status;
import dev.cadastre.change.run.HostSession;
import dev.cadastre.change.run.StopSignal;
import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.change.script.ScriptAnswer.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The programs of a change, each in a thread that is interrupted when it is to end. */
final class LocalPrograms {

    /** How long one may take to come to its end when it was interrupted. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final ScriptContext context;
    private final Map<String, Map<String, String>> hosts;

    LocalPrograms(ScriptContext context, Map<String, Map<String, String>> hosts) {
        this.context = context;
        this.hosts = Map.copyOf(hosts);
    }

    /** Why a program is ended before it has come to anything. */
    private enum Cut {
        LATE,
        STOPPED
    }

    ScriptAnswer look(ProgramOperation program, Duration limit) {
        HostSession.Running running =
                done(program, new Context(true, text -> {}), limit, new StopSignal());
        return running instanceof HostSession.Answered answered
                ? answered.answer()
                : answer(Kind.BROKEN, "It did not look within " + limit.toSeconds() + " s");
    }

    HostSession.Running run(
            ProgramOperation program, Duration limit, Consumer<String> output, StopSignal stop) {
        return done(program, new Context(false, output), limit, stop);
    }

    private static HostSession.Running done(
            ProgramOperation program, Context context, Duration limit, StopSignal stop) {
        CompletableFuture<ScriptAnswer> answer = new CompletableFuture<>();
        CompletableFuture<Object> first = new CompletableFuture<>();
        Thread thread =
                new Thread(
                        () -> {
                            ScriptAnswer said = answer(program, context);
                            answer.complete(said);
                            first.complete(said);
                        },
                        "program-of-change");
        thread.setDaemon(true);
        stop.whenGiven(() -> first.complete(Cut.STOPPED));
        thread.start();
        try {
            Object came = first.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return came instanceof ScriptAnswer said
                    ? new HostSession.Answered(said)
                    : cut(thread, answer, Cut.STOPPED);
        } catch (TimeoutException e) {
            return cut(thread, answer, Cut.LATE);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return new HostSession.OutOfReach("whoever waited for it was interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("an answer is never a failure", e);
        }
    }

    /** One that has succeeded all the same is taken at its word. */
    private static HostSession.Running cut(
            Thread thread, CompletableFuture<ScriptAnswer> answer, Cut why) {
        thread.interrupt();
        try {
            ScriptAnswer said = answer.get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
            if (CallAnswer.isSuccess(said)) {
                return new HostSession.Answered(said);
            }
            return why == Cut.LATE ? new HostSession.TimedOut() : new HostSession.Stopped();
        } catch (TimeoutException e) {
            return new HostSession.OutOfReach("the program goes on although it was interrupted");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new HostSession.OutOfReach("whoever waited for it was interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("an answer is never a failure", e);
        }
    }

    private static ScriptAnswer answer(ProgramOperation program, Context context) {
        try {
            ProgramResult result = program.run(context);
            return answer(kind(result, context.looksOnly()), result.reason());
        } catch (InterruptedException e) {
            return answer(Kind.FAILED, "It was interrupted");
        } catch (RuntimeException | Error e) {
            // Whatever is thrown ends the job as failed, with its message.
            String message = e.getMessage();
            return answer(Kind.FAILED, message == null ? "It ended with " + e : message);
        }
    }

    private static Kind kind(ProgramResult result, boolean looks) {
        if (result.status() != Status.OK) {
            return looks ? Kind.REFUSED : Kind.FAILED;
        }
        if (!result.changed()) {
            return Kind.UNCHANGED;
        }
        return looks ? Kind.WOULD_CHANGE : Kind.CHANGED;
    }

    private static ScriptAnswer answer(Kind kind, String reason) {
        List<String> wishes =
                kind == Kind.WOULD_CHANGE || kind == Kind.CHANGED ? List.of(reason) : List.of();
        return new ScriptAnswer(kind, reason, "", wishes, List.of(), Map.of(), "");
    }

    private final class Context implements ProgramContext {
        private final boolean looksOnly;
        private final Consumer<String> output;

        Context(boolean looksOnly, Consumer<String> output) {
            this.looksOnly = looksOnly;
            this.output = output;
        }

        @Override
        public boolean looksOnly() {
            return looksOnly;
        }

        @Override
        public void say(String line) {
            output.accept(line + "\n");
        }

        @Override
        public Map<String, Map<String, String>> hosts() {
            return hosts;
        }

        @Override
        public byte[] file(String path) throws IOException {
            return context.file(path);
        }

        @Override
        public List<String> files(String folder) throws IOException {
            return context.files(folder);
        }

        @Override
        public Map<String, String> values() {
            return context.values();
        }
    }
}
