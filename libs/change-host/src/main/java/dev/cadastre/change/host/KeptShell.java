package dev.cadastre.change.host;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs command lines by a {@link ShellLoop} that is kept on the machine, where that can be: one at
 * a time, if what they read is known and little. All others, and all on a machine that cannot run
 * such a loop, go by a shell of their own. A loop that nobody needed for a minute is ended.
 */
final class KeptShell implements Shell {

    /** The machine keeps it in memory as a whole. */
    private static final long MOST_READ = 1 << 20;

    private static final Duration IDLE = Duration.ofMinutes(1);

    /** Some accounts have a program for a shell that waits for ever for something else. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Shell shell;
    private final HostPrograms programs;
    private final Duration patience;
    private @Nullable ShellLoop loop;
    private boolean isBusy;
    private boolean isUnable;
    private boolean isClosed;
    private long uses;

    /** By another one, which is closed with this. */
    KeptShell(Shell shell, HostPrograms programs) {
        this(shell, programs, PATIENCE);
    }

    /**
     * One in a hurry.
     *
     * @param patience for the machine to say that it can run such a loop
     */
    KeptShell(Shell shell, HostPrograms programs, Duration patience) {
        this.shell = shell;
        this.programs = programs;
        this.patience = patience;
    }

    @Override
    public Ended execute(Call call) {
        boolean fits = !call.onTerminal() && call.reads() >= 0 && call.reads() <= MOST_READ;
        ShellLoop taken = fits ? take() : null;
        if (taken == null) {
            return shell.execute(call);
        }
        Ended ended = null;
        try {
            ended = taken.execute(call, patience);
        } finally {
            giveBack(ended == null);
        }
        return ended == null ? shell.execute(call) : ended;
    }

    private synchronized @Nullable ShellLoop take() {
        if (isBusy || isUnable || isClosed) {
            return null;
        }
        if (loop == null || !loop.isUsable()) {
            loop = ShellLoop.begin(shell, programs);
        }
        isBusy = true;
        uses++;
        return loop;
    }

    private synchronized void giveBack(boolean unable) {
        isBusy = false;
        isUnable |= unable;
        long known = uses;
        CompletableFuture.delayedExecutor(IDLE.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> endIfUnused(known));
    }

    private synchronized void endIfUnused(long known) {
        if (!isBusy && uses == known) {
            end();
        }
    }

    private synchronized void end() {
        if (loop != null) {
            loop.end();
            loop = null;
        }
    }

    @Override
    public boolean offersTerminal() {
        return shell.offersTerminal();
    }

    @Override
    public void close() {
        synchronized (this) {
            isClosed = true;
            end();
        }
        shell.close();
    }
}
