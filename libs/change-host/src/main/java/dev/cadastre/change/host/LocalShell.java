package dev.cadastre.change.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs command lines on this machine, by {@code /bin/sh}, as the account that runs the program. */
public final class LocalShell implements Shell {

    private static final byte[] END = {};
    private static final int PIECE = 64 << 10;

    private final Map<String, String> environment;

    /** With the environment of this program, but for secrets of its own. */
    public LocalShell() {
        this(Map.of());
    }

    /** With some variables set otherwise. */
    public LocalShell(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Ended execute(Call call) {
        if (call.onTerminal()) {
            return new Lost("on this machine nothing is run on a terminal");
        }
        try {
            ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", call.line());
            builder.environment().keySet().removeIf(LocalShell::isSecret);
            builder.environment().putAll(environment);
            return talk(builder.start(), call);
        } catch (IOException e) {
            return new Lost("/bin/sh could not be started: " + e.getMessage());
        }
    }

    /** What this program was given for itself, and what it runs might print. */
    private static boolean isSecret(String variable) {
        return variable.startsWith("CADASTRE_SECRET_") || variable.equals("CADASTRE_TOKEN");
    }

    private static Ended talk(Process process, Call call) {
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        Feed feed = new Feed(process.getOutputStream(), ended);
        CompletableFuture<Void> output = new CompletableFuture<>();
        CompletableFuture<Void> errors = new CompletableFuture<>();
        thread("input", feed::send);
        call.dialogue().begun(feed);
        Dialogue dialogue = call.dialogue();
        thread("output", () -> read(process.getInputStream(), dialogue::output, output));
        thread("errors", () -> read(process.getErrorStream(), dialogue::errors, errors));
        CompletableFuture<Void> unused =
                CompletableFuture.allOf(output, errors, process.onExit())
                        .thenRun(() -> ended.complete(true));
        try {
            return ended.get(call.limit().toMillis(), TimeUnit.MILLISECONDS)
                    ? exited(process.exitValue())
                    : new LetGo(false);
        } catch (TimeoutException e) {
            return new LetGo(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new LetGo(false);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of a process is never a failure", e);
        } finally {
            feed.end();
        }
    }

    /** The JDK tells of signals as shells do. */
    private static Ended exited(int status) {
        return new Exited(status);
    }

    private static void thread(String name, Runnable work) {
        Thread thread = new Thread(work, "local-shell-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes a piece of what was printed. */
    private interface Taker {
        void take(byte[] bytes, int offset, int length);
    }

    private static void read(InputStream stream, Taker taker, CompletableFuture<Void> end) {
        byte[] piece = new byte[PIECE];
        try (stream) {
            for (int length = stream.read(piece); length >= 0; length = stream.read(piece)) {
                taker.take(piece, 0, length);
            }
        } catch (IOException e) {
            // The process is over; what it printed before that has been read.
        } finally {
            end.complete(null);
        }
    }

    /** Writes as fast as the process reads. */
    private static final class Feed implements Input {
        private final OutputStream stream;
        private final CompletableFuture<Boolean> ended;
        private final BlockingQueue<byte[]> pieces = new LinkedBlockingQueue<>();

        Feed(OutputStream stream, CompletableFuture<Boolean> ended) {
            this.stream = stream;
            this.ended = ended;
        }

        @Override
        public void write(byte[] bytes) {
            if (bytes.length > 0) {
                pieces.add(bytes);
            }
        }

        @Override
        public void end() {
            pieces.add(END);
        }

        @Override
        public void letGo() {
            ended.complete(false);
        }

        void send() {
            try (stream) {
                for (byte[] piece = pieces.take(); piece.length > 0; piece = pieces.take()) {
                    stream.write(piece);
                    stream.flush();
                }
            } catch (IOException e) {
                // It reads no more, which is its own affair.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
