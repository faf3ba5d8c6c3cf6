package dev.cadastre.plugin;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Launches plug-ins with an account's rights, for a launcher that started it as root: it takes the
 * account's rights and no others, then orders, until there are no more. Standard input is the
 * connection, in both directions.
 */
final class WorkerProgram {
    private static final int CONNECTION = 0;
    private static final int NOT_SERVED = 1;

    /** A plug-in that waits for a device may not end in any time. */
    private static final int LAST_GRACES = 4;

    private static final Duration LAST_MOMENT = Duration.ofSeconds(1);

    private final Arena arena = Arena.ofAuto();
    private final SystemCalls calls = new SystemCalls(arena);
    private final MemorySegment chunk = arena.allocate(FrameCutter.USUAL);
    private final FrameCutter frames = new FrameCutter(() -> Order.LONGEST);
    private final Outbox answers = new Outbox(CONNECTION, Outbox.PATIENT, () -> {});
    private final Map<Long, PluginProcess> running = new ConcurrentHashMap<>();

    private WorkerProgram() {}

    /** Serves; the argument is the account's name, for people who list processes. */
    public static void main(String[] arguments) throws Exception {
        LibraryClasses.load(Path.of(System.getProperty("java.class.path")));
        if (!new WorkerProgram().serve()) {
            System.exit(NOT_SERVED);
        }
    }

    private boolean serve() throws IOException, InterruptedException {
        if (!(next() instanceof Order.Serve serve)) {
            return false;
        }
        Launcher launcher = Launcher.ofWorker(serve.concurrency(), serve.grace(), this::ask);
        touchWhatIsNeededLater(launcher);
        Optional<String> obstacle = ProcessRights.become(serve.account());
        if (obstacle.isPresent()) {
            answers.send(new Answer.Refused(obstacle.get()).frame());
            return false;
        }
        answers.send(new Answer.Ready().frame());
        try {
            obey(launcher, serve.account());
        } finally {
            end(launcher, serve.grace());
        }
        return true;
    }

    /**
     * A folder is no program, and finding that out needs the JDK's own libraries, in files that the
     * account may not be able to read.
     */
    private static void touchWhatIsNeededLater(Launcher launcher) throws InterruptedException {
        launcher.run(PluginCommand.of(Path.of("/")));
    }

    private void obey(Launcher launcher, Account account) throws IOException {
        for (Order order = next(); order != null; order = next()) {
            switch (order) {
                case Order.Launch launch -> launch(launcher, launch, account);
                case Order.Cancel(long id) -> cancel(id);
                case Order.Ping() -> answers.send(new Answer.Pong().frame());
                case Order.Serve _ -> throw new FrameException("a second beginning");
            }
        }
    }

    private void launch(Launcher launcher, Order.Launch launch, Account account) {
        PluginCommand command;
        try {
            command = launch.command(account);
        } catch (IllegalArgumentException e) {
            Ending failure =
                    new Ending.NotStarted(
                            Ending.Reason.OTHER, "It is no command here: " + e.getMessage());
            answers.send(new Answer.Done(launch.id(), Outcome.notStarted(failure)).frame());
            return;
        }
        PluginProcess process = launcher.start(command);
        running.put(launch.id(), process);
        var _ =
                process.completion()
                        .whenComplete((outcome, fault) -> tell(launch.id(), outcome, fault));
    }

    private void tell(long id, @Nullable Outcome outcome, @Nullable Throwable fault) {
        running.remove(id);
        Outcome told =
                outcome != null
                        ? outcome
                        : Outcome.notStarted(new Ending.Lost("A fault while it ran: " + fault));
        answers.send(new Answer.Done(id, told).frame());
    }

    private void cancel(long id) {
        PluginProcess process = running.get(id);
        if (process != null) {
            process.cancel();
        }
    }

    private boolean ask(int group) {
        answers.send(new Answer.End(group).frame());
        return true;
    }

    /** Null once there are no more. */
    private @Nullable Order next() throws IOException {
        while (true) {
            Optional<FrameReader> frame = frames.next();
            if (frame.isPresent()) {
                return Order.read(frame.get());
            }
            long count = calls.read(CONNECTION, chunk);
            if (count > 0) {
                frames.add(chunk, (int) count);
            } else if (count != -Errno.EINTR) {
                return null;
            }
        }
    }

    private static void end(Launcher launcher, Duration grace) throws InterruptedException {
        Thread ending = Thread.ofPlatform().daemon().start(launcher::close);
        ending.join(grace.multipliedBy(LAST_GRACES).plus(LAST_MOMENT));
    }
}
