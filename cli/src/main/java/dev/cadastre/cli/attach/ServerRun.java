package dev.cadastre.cli.attach;

import dev.cadastre.change.run.RunRequest;
import dev.cadastre.change.run.RunSecrets;
import dev.cadastre.cli.change.GivenChange;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.run.Answering;
import dev.cadastre.cli.run.AskedSecrets;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.server.Server;
import dev.cadastre.cli.session.Keyboard;
import dev.cadastre.cli.session.Session;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A run that a server carries out, and that this command line is attached to. */
public final class ServerRun {

    private static final int PART = 1000;

    private final Session session;
    private final Server server;
    private final String id;
    private final Supplier<Optional<GivenChange>> change;
    private final RunSecrets secrets;
    private final boolean verbose;
    private final boolean declines;
    private final Set<String> taken = new HashSet<>();
    private final Queue<RuntimeException> faults = new ConcurrentLinkedQueue<>();
    private final OpenAsks asks;
    private volatile boolean waits;
    private volatile boolean isLeft;
    private boolean hasEntries = true;
    private boolean isChangeAskedFor;
    private @Nullable LocalWork work;
    private int number;

    /**
     * A run that was started before.
     *
     * @param attachment how what it wants done on this machine is done
     */
    public ServerRun(Session session, String id, Attachment attachment) {
        this(
                session,
                id,
                new FetchedChange(session, id, attachment)::get,
                new RunSecrets(new AskedSecrets(session)),
                attachment.verbose(),
                session.surroundings().inIsTerminal());
    }

    /**
     * A run.
     *
     * @param change by which tasks of this machine are done, asked for when there is one; empty if
     *     they are left to others
     * @param verbose whether what commands print is shown
     * @param declines whether secrets that nobody gives here are declined for all
     */
    ServerRun(
            Session session,
            String id,
            Supplier<Optional<GivenChange>> change,
            RunSecrets secrets,
            boolean verbose,
            boolean declines) {
        this.session = session;
        this.server = session.server();
        this.id = id;
        this.change = change;
        this.secrets = secrets;
        this.verbose = verbose;
        this.declines = declines;
        this.asks = new OpenAsks(session, id);
    }

    /** Its number. */
    public String id() {
        return id;
    }

    /** All that is known of it. */
    public Json detail() {
        return server.read(Path.of("runs", id));
    }

    /** Asks for something. */
    public void request(RunRequest request) {
        server.write("POST", Path.of("runs", id, "requests"), RequestJson.of(request));
    }

    /**
     * Agrees to what waits for that.
     *
     * @param all whether to all that follows, too
     * @return what that was
     */
    public List<String> agree(boolean all) {
        List<Json> waiting =
                server.read(Path.of("runs", id, "asks")).list("items").stream()
                        .filter(ask -> ask.text("kind").orElse("").equals("STEP"))
                        .toList();
        waiting.forEach(ask -> StepAnswers.agree(server, id, ask, all));
        return waiting.stream().flatMap(ask -> ask.text("name").stream()).toList();
    }

    /**
     * Watches it, gives it what it asks for and does what it wants done here, until it rests.
     * Ctrl-C halts it, and a second one stops it; whoever may only read it, or waits with it for
     * somebody to approve it, leaves it by that.
     */
    public Json attend() throws InterruptedException {
        AtomicInteger interrupts = new AtomicInteger();
        SecretAnswers answers =
                new SecretAnswers(secrets, declines, server, Path.of("runs", id, "secrets"));
        StepAnswers steps = new StepAnswers(session, id, this::answer);
        Answering answering = new Answering(session, this::answer);
        Json detail;
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
                Keyboard.Listening _ =
                        session.surroundings()
                                .keyboard()
                                .onInterrupt(() -> interrupted(interrupts.incrementAndGet()))) {
            detail = detail();
            tell();
            while (!isLeft && (!rests(detail) || isAnswered(answering, detail))) {
                awaitApproval(detail);
                List<Json> open = asks.next();
                answers.give(open);
                steps.give(open);
                take(open, workers);
                failed();
                detail = detail();
                tell();
            }
        }
        failed();
        return detail;
    }

    private boolean isAnswered(Answering answering, Json detail) {
        return session.surroundings().inIsTerminal()
                && isQuestion(detail)
                && asks.isAnswerer()
                && answering.answer(detail);
    }

    private static boolean isQuestion(Json detail) {
        String phase = detail.text("run", "phase").orElse("");
        return phase.equals("PAUSED") || phase.equals("ASKING");
    }

    /** Nothing is asked for meanwhile, so that the server answers at once. */
    private void awaitApproval(Json detail) throws InterruptedException {
        boolean isWaiting = detail.text("run", "phase").orElse("").equals("WAITING_FOR_APPROVAL");
        if (isWaiting && !waits) {
            session.remark(
                    "It begins when a second person approves it: cadastre run approve %s. Ctrl-C leaves it waiting."
                            .formatted(id));
        }
        waits = isWaiting;
        if (isWaiting) {
            session.surroundings().pause().take();
        }
    }

    /** Somebody else who is attached may have answered before. */
    private void answer(RunRequest request) {
        try {
            request(request);
        } catch (Failure failure) {
            if (failure.kind() != Failure.Kind.NO) {
                throw failure;
            }
            session.remark(Objects.requireNonNullElse(failure.getMessage(), ""));
        }
    }

    /** Whatever went wrong with what was to be done here. */
    private void failed() {
        RuntimeException fault = faults.peek();
        if (fault != null) {
            throw fault;
        }
    }

    /** Whether it does nothing more unless a person asks for it. */
    private static boolean rests(Json detail) {
        return switch (detail.text("run", "phase").orElse("")) {
            case "FINISHED", "PAUSED", "ASKING", "INTERRUPTED" -> true;
            default -> false;
        };
    }

    private void tell() {
        boolean isMore = hasEntries;
        while (isMore) {
            Json part = entries();
            for (Json entry : part.list("items")) {
                number = entry.text("number").map(Integer::parseInt).orElse(number);
                String line = entry.text("line").orElse("");
                EntryLines.sentence(line).ifPresent(session::remark);
                if (verbose) {
                    EntryLines.output(line).forEach(session::remark);
                }
            }
            isMore = part.text("next").isPresent() && !part.list("items").isEmpty();
        }
    }

    /** None for who may see a part of the hosts only. */
    private Json entries() {
        try {
            return server.read(
                    Path.of("runs", id, "entries").with("after", number).with("limit", PART));
        } catch (Failure failure) {
            if (!failure.says("run.not-all-visible")) {
                throw failure;
            }
            hasEntries = false;
            return new JsonObject().json();
        }
    }

    private void take(List<Json> asks, ExecutorService workers) throws InterruptedException {
        boolean isLeft = false;
        for (Json ask : asks) {
            boolean local = ask.text("kind").orElse("").startsWith("LOCAL_");
            if (local && ask.text("claimedBy").isEmpty()) {
                if (taken.add(ask.text("id").orElse(""))) {
                    work().ifPresent(known -> workers.execute(() -> perform(ask, known)));
                } else {
                    isLeft = true;
                }
            }
        }
        if (isLeft) {
            // As long as nobody has claimed it the server answers at once.
            session.surroundings().pause().take();
        }
    }

    private Optional<LocalWork> work() {
        if (!isChangeAskedFor) {
            isChangeAskedFor = true;
            change.get().ifPresent(given -> work = work(given));
        }
        return Optional.ofNullable(work);
    }

    private LocalWork work(GivenChange given) {
        String name = detail().text("run", "name").orElse("");
        return new LocalWork(session, id, name, given, secrets);
    }

    private void perform(Json ask, LocalWork known) {
        try {
            known.perform(ask);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            faults.add(e);
        }
    }

    private void interrupted(int times) {
        if (waits || asks.isReader()) {
            isLeft = true;
            return;
        }
        session.remark(
                times == 1
                        ? "Halting: what runs comes to its end. Ctrl-C again stops it."
                        : "Stopping.");
        request(times == 1 ? new RunRequest.Halt() : new RunRequest.Stop());
    }
}
