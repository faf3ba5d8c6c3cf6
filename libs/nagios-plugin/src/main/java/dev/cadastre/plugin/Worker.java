package dev.cadastre.plugin;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A process that launches plug-ins with an account's rights, as {@link WorkerProgram}. It lives
 * until it is closed, fails, or says what it may not; each run that it was given is answered in
 * every case. Thread-safe.
 */
final class Worker {
    /** A worker that has something to do is silent so long, and as long again when it is asked. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int START_MILLIS = 60_000;
    private static final int MOMENT_MILLIS = 1_000;
    private static final int LAST_GRACES = 5;

    private final Account account;
    private final WorkerProcess process;
    private final int patienceMillis;
    private final Outbox orders;
    private final FrameCutter frames = new FrameCutter(this::longestAnswer);
    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, WorkerRun> runs = new ConcurrentHashMap<>();

    /** What keeps it from taking orders; empty if nothing does. */
    private final CompletableFuture<Optional<String>> readiness = new CompletableFuture<>();

    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private volatile boolean ended;
    private volatile boolean answered;

    /** How it ended; set when nothing of it is left. */
    private volatile @Nullable String fate;

    private Worker(Account account, WorkerProcess process, Duration patience) {
        this.account = account;
        this.process = process;
        this.patienceMillis = Math.toIntExact(patience.toMillis());
        this.orders = new Outbox(process.socket(), patienceMillis, process::kill);
    }

    /** Starts one, and returns when it takes orders. */
    static Worker start(WorkerJvm jvm, Order.Serve serve, Duration patience) throws IOException {
        Account account = serve.account();
        try (LibraryPath library = jvm.library().find()) {
            Worker worker =
                    new Worker(
                            account,
                            WorkerProcess.start(
                                    jvm.command(library.path(), account), jvm.environment()),
                            patience);
            worker.startListening();
            worker.orders.send(serve.frame());
            worker.awaitReadiness();
            return worker;
        }
    }

    private void startListening() {
        try {
            Thread.ofPlatform()
                    .daemon()
                    .name("plugin-worker-" + account.name())
                    .start(this::listen);
        } catch (OutOfMemoryError e) {
            // Of threads, that is.
            end("could not be listened to");
            throw e;
        }
    }

    private void awaitReadiness() throws IOException {
        Optional<String> obstacle = readiness.join();
        if (obstacle.isPresent()) {
            throw new IOException("its worker " + obstacle.get());
        }
    }

    /** False once it ends: what it is given then is lost. */
    boolean isAlive() {
        return !ended;
    }

    /** Whether it has ever told what a run came to. */
    boolean hasAnswered() {
        return answered;
    }

    /** Has it launch a plug-in. The run is answered in every case; its number is for cancelling. */
    long launch(WorkerRun run) {
        long id = ids.incrementAndGet();
        byte[] frame = Order.Launch.of(id, run.command()).frame();
        if (frame.length > Order.LONGEST) {
            run.answer(Outcome.notStarted(StartFailure.of(Errno.E2BIG, run.command())));
            return id;
        }
        runs.put(id, run);
        String known = fate;
        if (known != null && runs.remove(id, run)) {
            run.lose(known);
        } else {
            orders.send(frame);
        }
        return id;
    }

    void cancel(long id) {
        orders.send(new Order.Cancel(id).frame());
    }

    private long longestAnswer() {
        return runs.values().stream()
                .mapToLong(run -> Answer.longest(run.command().outputLimit()))
                .max()
                .orElse(Answer.LONGEST_BESIDE_OUTPUT);
    }

    private void listen() {
        String fault = "could not be listened to";
        try {
            fault = hear();
        } catch (FrameException e) {
            fault = "said what it may not, " + e.getMessage();
        } finally {
            end(fault);
        }
    }

    /** Returns what is wrong with it; nothing, if it ended. */
    private String hear() throws FrameException {
        process.waitUpTo(START_MILLIS);
        boolean asked = false;
        while (true) {
            switch (process.listen(frames)) {
                case THE_END -> {
                    return "";
                }
                case FRAMES -> {
                    takeAll();
                    asked = false;
                }
                case NOTHING -> {
                    if (asked || !readiness.isDone()) {
                        return "did not answer in time";
                    }
                    asked = ask();
                }
            }
        }
    }

    /** Silence is no fault of who has nothing to do. */
    private boolean ask() {
        boolean busy = !runs.isEmpty();
        if (busy) {
            orders.send(new Order.Ping().frame());
        }
        return busy;
    }

    private void takeAll() throws FrameException {
        Optional<FrameReader> frame = frames.next();
        while (frame.isPresent()) {
            take(Answer.read(frame.get()));
            frame = frames.next();
        }
    }

    private void take(Answer answer) throws FrameException {
        switch (answer) {
            case Answer.Ready() -> {
                require(readiness.complete(Optional.empty()), "a second beginning");
                process.waitUpTo(patienceMillis);
            }
            case Answer.Refused(String why) ->
                    require(readiness.complete(Optional.of("refused: " + why)), "a late refusal");
            case Answer.Done(long id, Outcome outcome) -> take(id, outcome);
            case Answer.End(int group) -> process.started().end(group);
            case Answer.Pong() -> {
                // It has been heard, which is all that was wanted.
            }
        }
    }

    private void take(long id, Outcome outcome) throws FrameException {
        WorkerRun run = runs.get(id);
        if (run == null) {
            throw new FrameException("what came of a run that it does not run");
        }
        require(run.mayHave(outcome), "more output than is kept");
        answered = true;
        runs.remove(id);
        run.answer(outcome);
    }

    private static void require(boolean holds, String otherwise) throws FrameException {
        if (!holds) {
            throw new FrameException(otherwise);
        }
    }

    private void end(String fault) {
        ended = true;
        String how = "ended";
        try {
            how = process.end(fault.isEmpty() ? MOMENT_MILLIS : 0);
            orders.close();
        } finally {
            String what = fault.isEmpty() ? how : fault + ", and " + how;
            String told = "The worker for " + account.name() + " " + what;
            fate = told;
            readiness.complete(Optional.of(what));
            runs.keySet().forEach(id -> lose(id, told));
            end.complete(null);
        }
    }

    private void lose(long id, String why) {
        WorkerRun run = runs.remove(id);
        if (run != null) {
            run.lose(why);
        }
    }

    /** Ends it with all that it runs, and returns when nothing of that is left. */
    void close(Duration grace) {
        orders.finish();
        long millis = grace.multipliedBy(LAST_GRACES).toMillis() + 2 * MOMENT_MILLIS;
        boolean inTime =
                end.thenApply(_ -> true)
                        .completeOnTimeout(false, millis, TimeUnit.MILLISECONDS)
                        .join();
        if (!inTime) {
            process.kill();
            end.join();
        }
    }
}
