package dev.cadastre.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.channel.ChannelPipedInputStream;
import org.apache.sshd.common.channel.ChannelPipedOutputStream;
import org.apache.sshd.common.session.ConnectionService;
import org.apache.sshd.common.util.ValidateUtils;
import org.jspecify.annotations.Nullable;

/** One command on one connection: started, fed, read, and cut when it takes or says too much. */
final class Execution implements ExecChannel.Receiver {
    private final ClientSession session;
    private final HostAddress at;
    private final Command command;
    private final ScheduledExecutorService timer;
    private final ExecChannel channel;
    private final OutputCollector output;
    private final OutputCollector errors;
    private final AtomicLong allowance;
    private final CompletableFuture<Void> opened = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final AtomicReference<@Nullable Cut> cut = new AtomicReference<>();
    private final @Nullable OutputReader reader;
    private final @Nullable Dialogue dialogue;
    private @Nullable Dialogue talking;
    private @Nullable InputStream stream;
    private volatile @Nullable ChannelPipedOutputStream pipe;

    /** Why a command was cut. */
    enum Cut {
        TIME,
        OUTPUT,
        CALLER,
        SHUTDOWN
    }

    Execution(
            ClientSession session,
            HostAddress at,
            Command command,
            @Nullable OutputReader reader,
            @Nullable Dialogue dialogue,
            ScheduledExecutorService timer) {
        this.session = session;
        this.at = at;
        this.command = command;
        this.reader = reader;
        this.dialogue = dialogue;
        this.timer = timer;
        this.output = new OutputCollector(command.kept());
        this.errors = new OutputCollector(command.kept());
        this.allowance = new AtomicLong(command.outputLimit());
        this.channel = new ExecChannel(command.line(), isOnTerminal(dialogue), this);
    }

    private static boolean isOnTerminal(@Nullable Dialogue dialogue) {
        return dialogue != null && dialogue.onTerminal();
    }

    /** How the attempt to start the command ended. */
    sealed interface Start {
        /** It runs. */
        record Running() implements Start {}

        /** The connection is dead, and nothing of the command was sent over it. */
        record Dead(RunResult.Failed result) implements Start {}

        /** The host is alive and will not have it. */
        record Denied(RunResult.Failed result) implements Start {}
    }

    /** Opens a session for the command, which the host starts at once. */
    Start start(Duration limit) throws InterruptedException {
        try {
            session.getService(ConnectionService.class).registerChannel(channel);
            openPipe();
            channel.addCloseFutureListener(closed -> ended());
            channel.open()
                    .addListener(future -> {
                        if (future.isOpened()) {
                            opened.complete(null);
                        } else {
                            opened.completeExceptionally(reason(future.getException()));
                        }
                    });
            opened.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return new Start.Running();
        } catch (TimeoutException e) {
            return new Start.Dead(
                    new RunResult.TimedOut(
                            at,
                            RunResult.TimedOut.Phase.SESSION,
                            limit,
                            Output.EMPTY,
                            Output.EMPTY));
        } catch (ExecutionException e) {
            return failed(reason(e.getCause()));
        } catch (IOException | IllegalStateException e) {
            return failed(e);
        }
    }

    private static Throwable reason(@Nullable Throwable cause) {
        return cause == null ? new IOException("without a reason") : cause;
    }

    private Start failed(Throwable cause) {
        String detail = String.valueOf(cause.getMessage());
        return session.isOpen()
                ? new Start.Denied(new RunResult.CommandRefused(at, detail))
                : new Start.Dead(lost(detail));
    }

    /** Feeds the running command, reads all that it writes and waits for its end. */
    RunResult finish(boolean reused, Duration connecting) throws IOException {
        long started = System.nanoTime();
        ScheduledFuture<?> alarm =
                timer.schedule(
                        () -> cut(Cut.TIME), command.limit().toNanos(), TimeUnit.NANOSECONDS);
        try {
            feed();
            read();
            ended.get();
        } catch (InterruptedException e) {
            cut(Cut.CALLER);
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of a command is never a failure", e);
        } finally {
            alarm.cancel(false);
        }
        Duration running = Duration.ofNanos(System.nanoTime() - started);
        return result(reused, new RunResult.Timings(connecting, running));
    }

    private void feed() {
        if (dialogue != null) {
            begin(dialogue);
            return;
        }
        try {
            channel.feed(command.standardInput());
        } catch (IOException e) {
            // The command is over already, or the connection is; the result says which.
            ValidateUtils.checkTrue(channel.isClosing(), "input refused by an open channel: %s", e);
        }
    }

    /** A host may be faster than we are; what came until now was collected. */
    private synchronized void begin(Dialogue waiting) {
        waiting.begun(input(waiting));
        byte[] first = output.collected().bytes();
        if (first.length > 0) {
            waiting.output(first, 0, first.length);
        }
        byte[] firstErrors = errors.collected().bytes();
        if (firstErrors.length > 0) {
            waiting.errors(firstErrors, 0, firstErrors.length);
        }
        talking = waiting;
    }

    private CommandInput input(Dialogue with) {
        InputQueue queue = channel.input();
        queue.write(command.standardInput());
        return new CommandInput() {
            @Override
            public void write(byte[] bytes) {
                queue.write(bytes);
            }

            @Override
            public void end() {
                if (!with.onTerminal()) {
                    queue.end();
                }
            }

            @Override
            public void cut() {
                Execution.this.cut(Cut.CALLER);
            }
        };
    }

    private void openPipe() throws IOException {
        if (reader != null) {
            ChannelPipedInputStream end =
                    new ChannelPipedInputStream(channel, channel.getLocalWindow());
            stream = end;
            pipe = new ChannelPipedOutputStream(end);
        }
    }

    private void read() throws IOException {
        if (reader == null || stream == null) {
            return;
        }
        try (InputStream open = stream) {
            reader.read(open);
        } catch (InterruptedIOException e) {
            cut(Cut.CALLER);
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            boolean readerIsToBlame = cut.get() == null && !isLost();
            if (readerIsToBlame) {
                cut(Cut.CALLER);
                throw e;
            }
        }
    }

    private boolean isLost() {
        return ended.isDone() && exit() == null;
    }

    /** Ends the command and gives the connection up; the first reason is the one reported. */
    boolean cut(Cut reason) {
        boolean first = cut.compareAndSet(null, reason);
        if (first && !ended.isDone()) {
            try {
                channel.terminate();
            } catch (IOException e) {
                // The connection is gone, and with it the command's input and output.
                session.close(true);
            }
            channel.close(false);
            ended();
        }
        return first;
    }

    private void ended() {
        endOfOutput();
        ended.complete(null);
    }

    @Override
    public boolean output(byte[] data, int offset, int length) throws IOException {
        if (!allows(length)) {
            return false;
        }
        ChannelPipedOutputStream piped = pipe;
        if (piped != null) {
            piped.write(data, offset, length);
            return false;
        }
        synchronized (this) {
            if (talking == null) {
                output.add(data, offset, length);
            } else {
                talking.output(data, offset, length);
            }
        }
        return true;
    }

    @Override
    public void errors(byte[] data, int offset, int length) {
        if (!allows(length)) {
            return;
        }
        synchronized (this) {
            if (talking == null) {
                errors.add(data, offset, length);
            } else {
                talking.errors(data, offset, length);
            }
        }
    }

    private boolean allows(int length) {
        if (allowance.addAndGet(-length) < 0) {
            cut(Cut.OUTPUT);
        }
        return cut.get() == null;
    }

    @Override
    public void endOfOutput() {
        ChannelPipedOutputStream piped = pipe;
        if (piped != null) {
            try {
                piped.close();
            } catch (IOException e) {
                throw new IllegalStateException("closing a pipe within this process", e);
            }
        }
    }

    private RunResult result(boolean reused, RunResult.Timings timings) {
        Cut reason = cut.get();
        if (reason != null) {
            return cutShort(reason);
        }
        if (channel.isRefused()) {
            return new RunResult.CommandRefused(at, "it refused the exec request");
        }
        RunResult.Exit exit = exit();
        return exit == null
                ? lost(session.isOpen() ? "it closed the session and named no status" : "it closed")
                : new RunResult.Completed(
                        exit, output.collected(), errors.collected(), reused, timings);
    }

    private RunResult.@Nullable Exit exit() {
        String signal = channel.getExitSignal();
        Integer status = channel.getExitStatus();
        if (signal != null) {
            return new RunResult.Exit.Signal(signal);
        }
        return status == null ? null : new RunResult.Exit.Status(status);
    }

    private RunResult cutShort(Cut reason) {
        return switch (reason) {
            case TIME ->
                    new RunResult.TimedOut(
                            at,
                            RunResult.TimedOut.Phase.COMMAND,
                            command.limit(),
                            output.collected(),
                            errors.collected());
            case OUTPUT -> new RunResult.OutputLimitExceeded(at, command.outputLimit());
            case CALLER ->
                    new RunResult.Interrupted(at, RunResult.Interrupted.By.CALLER, "interrupted");
            case SHUTDOWN ->
                    new RunResult.Interrupted(at, RunResult.Interrupted.By.SHUTDOWN, "closed");
        };
    }

    private RunResult.Interrupted lost(String detail) {
        return new RunResult.Interrupted(at, RunResult.Interrupted.By.CONNECTION_LOST, detail);
    }
}
