package dev.cadastre.change.host;

import dev.cadastre.change.script.AnswerWord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A command on a machine that runs others, one after the other, so that each is one round trip and
 * needs no login. It ends there by itself when nobody can ask it for anything more. It tells of
 * what it runs by records in both streams, whose word no argument and no file has.
 */
final class ShellLoop implements Shell.Dialogue {

    /** It is ended as soon as nobody needs it; each command has a limit of its own. */
    private static final Duration LONGEST = Duration.ofDays(365);

    private static final int UNKNOWN_STATUS = 255;

    private final AnswerWord word;
    private final byte[] program;
    private final RecordReader output;
    private final RecordReader errors;
    private final CompletableFuture<Shell.Input> input = new CompletableFuture<>();
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final CompletableFuture<Shell.Ended> end = new CompletableFuture<>();
    private final AtomicReference<@Nullable Asked> asked = new AtomicReference<>();
    private volatile boolean isLetGo;

    private ShellLoop(AnswerWord word, byte[] program) {
        this.word = word;
        this.program = program;
        this.output = new RecordReader(word.text(), sink(false));
        this.errors = new RecordReader(word.text(), sink(true));
    }

    /** Begins one; nothing is waited for. */
    static ShellLoop begin(Shell shell, HostPrograms programs) {
        AnswerWord word = AnswerWord.random();
        byte[] program = programs.loop(word);
        ShellLoop loop = new ShellLoop(word, program);
        Shell.Call call = new Shell.Call(programs.line(program), false, LONGEST, loop);
        Thread thread = new Thread(() -> loop.run(shell, call), "shell-loop");
        thread.setDaemon(true);
        thread.start();
        return loop;
    }

    private void run(Shell shell, Shell.Call call) {
        Shell.Ended ended = new Shell.Lost("the way there failed");
        try {
            ended = shell.execute(call);
        } finally {
            end.complete(ended);
            ready.complete(false);
            Asked last = asked.get();
            if (last != null) {
                last.end.complete(over(ended));
            }
        }
    }

    /** What a command has come to that was on its way, or at work, as the loop ended. */
    private static Shell.Ended over(Shell.Ended loop) {
        if (loop instanceof Shell.Exited exited) {
            return new Shell.Lost(
                    "what ran commands there ended with status %d".formatted(exited.status()));
        }
        return loop instanceof Shell.Signalled signalled
                ? new Shell.Lost("what ran commands there got signal " + signalled.signal())
                : loop;
    }

    /** A command that it was asked to run. */
    private static final class Asked {
        private final Shell.Dialogue dialogue;
        private final CompletableFuture<Shell.Ended> end = new CompletableFuture<>();
        private boolean isLeaving;

        Asked(Shell.Dialogue dialogue) {
            this.dialogue = dialogue;
        }

        /** Told in both streams, after all that belongs to it; whether this was the second. */
        synchronized boolean hasLeft() {
            boolean before = isLeaving;
            isLeaving = true;
            return before;
        }
    }

    /** Whether it can be asked for one more. */
    boolean isUsable() {
        return !isLetGo && !end.isDone();
    }

    /**
     * Runs a command whose input is known at once. One at a time.
     *
     * @param patience for the machine to say that it can
     * @return null if the machine cannot run such a loop, so that the command was not begun
     */
    Shell.@Nullable Ended execute(Shell.Call call, Duration patience) {
        try {
            if (isReady(call.limit(), patience)) {
                return run(call);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            letGo();
            return new Shell.LetGo(false);
        }
        end();
        return end.getNow(new Shell.Exited(0)) instanceof Shell.Lost lost ? lost : null;
    }

    private boolean isReady(Duration limit, Duration patience) throws InterruptedException {
        try {
            CompletableFuture.anyOf(input, end).get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return ready.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw unexpected(e);
        }
    }

    private static IllegalStateException unexpected(ExecutionException e) {
        return new IllegalStateException("the end of a command is never a failure", e);
    }

    private Shell.Ended run(Shell.Call call) throws InterruptedException {
        Asked now = new Asked(call.dialogue());
        asked.set(now);
        if (end.isDone()) {
            now.end.complete(over(end.join()));
        } else {
            input.join().write(request(call));
            call.dialogue().begun(new Reading(call.reads(), now.end));
        }
        Shell.Ended ended = new Shell.LetGo(true);
        try {
            ended = now.end.get(call.limit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // It is let go.
        } catch (ExecutionException e) {
            throw unexpected(e);
        } finally {
            asked.set(null);
            if (ended instanceof Shell.LetGo) {
                letGo();
            }
        }
        return ended;
    }

    /** The end of the line before may be missing, if that was input that nobody read. */
    private byte[] request(Shell.Call call) {
        return "\n%s %d\n%s\n"
                .formatted(word.text(), call.reads(), call.line())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Ends it when it has run what it was asked for. */
    void end() {
        isLetGo = true;
        CompletableFuture<Void> unused = input.thenAccept(Shell.Input::end);
    }

    private void letGo() {
        isLetGo = true;
        CompletableFuture<Void> unused = input.thenAccept(Shell.Input::letGo);
    }

    @Override
    public void begun(Shell.Input begun) {
        begun.write(program);
        input.complete(begun);
    }

    @Override
    public void output(byte[] bytes, int offset, int length) {
        output.read(bytes, offset, length);
    }

    @Override
    public void errors(byte[] bytes, int offset, int length) {
        errors.read(bytes, offset, length);
    }

    private RecordReader.Sink sink(boolean isError) {
        return new RecordReader.Sink() {
            @Override
            public void record(String kind, String text) {
                recorded(kind, text);
            }

            @Override
            public void text(byte[] bytes) {
                printed(isError, bytes);
            }
        };
    }

    private void recorded(String kind, String text) {
        Asked now = asked.get();
        if (kind.equals("ready")) {
            ready.complete(true);
        } else if (kind.equals("left") && now != null && now.hasLeft()) {
            int status = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : UNKNOWN_STATUS;
            now.end.complete(new Shell.Exited(status));
        }
    }

    /** What a login prints before anything was asked for belongs to nobody. */
    private void printed(boolean isError, byte[] bytes) {
        Asked now = asked.get();
        if (now == null || !ready.isDone()) {
            return;
        }
        if (isError) {
            now.dialogue.errors(bytes, 0, bytes.length);
        } else {
            now.dialogue.output(bytes, 0, bytes.length);
        }
    }

    /** What a command reads, as much as was said before; otherwise it would read what follows. */
    private final class Reading implements Shell.Input {
        private final long most;
        private final CompletableFuture<Shell.Ended> ended;
        private long written;

        Reading(long most, CompletableFuture<Shell.Ended> ended) {
            this.most = most;
            this.ended = ended;
        }

        @Override
        public synchronized void write(byte[] bytes) {
            written += bytes.length;
            if (written > most) {
                letGo();
            } else if (bytes.length > 0) {
                input.join().write(bytes);
            }
        }

        @Override
        public synchronized void end() {
            if (written < most) {
                letGo();
            }
        }

        @Override
        public void letGo() {
            ended.complete(new Shell.LetGo(false));
        }
    }
}
