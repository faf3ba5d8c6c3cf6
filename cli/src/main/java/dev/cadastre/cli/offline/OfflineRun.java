package dev.cadastre.cli.offline;

import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.change.journal.FolderJournal;
import dev.cadastre.change.plan.Plan;
import dev.cadastre.change.run.Executor;
import dev.cadastre.change.run.Refusal;
import dev.cadastre.change.run.RunHead;
import dev.cadastre.change.run.RunOrder;
import dev.cadastre.change.run.RunPorts;
import dev.cadastre.change.run.RunRequest;
import dev.cadastre.change.run.RunView;
import dev.cadastre.change.run.StepGate;
import dev.cadastre.cli.change.ChangeSource;
import dev.cadastre.cli.change.GivenChange;
import dev.cadastre.cli.run.Answering;
import dev.cadastre.cli.run.Progress;
import dev.cadastre.cli.run.RunJson;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Keyboard;
import dev.cadastre.cli.session.Session;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A run that this process carries out. One process at a time has it open. */
public final class OfflineRun implements AutoCloseable {

    private final Session session;
    private final RunFolder folder;
    private final FolderJournal journal;
    private final Reach reach;
    private final Executor executor;
    private final RequestFile requests;
    private final String who = OfflinePlan.who();

    private OfflineRun(
            Session session,
            RunFolder folder,
            FolderJournal journal,
            Reach reach,
            RunOrder order,
            Attendance attendance)
            throws IOException {
        this.session = session;
        this.folder = folder;
        this.journal = journal;
        this.reach = reach;
        Progress progress = new Progress(session, attendance.verbose());
        RunPorts ports = reach.ports(progress);
        if (attendance.step()) {
            ports = StepGate.between(new StepByStep(session, this::halt), ports);
        }
        this.executor = Executor.open(order, who, ports, journal);
        // For as long as the journal is open, also while a person is asked something.
        this.requests = RequestFile.watch(folder.path(), this::refusal);
    }

    static OfflineRun open(
            Session session,
            RunFolder folder,
            OfflineOrder kept,
            ChangeFolder change,
            RunOrder order,
            Attendance attendance) {
        FolderJournal journal = null;
        Reach reach = null;
        boolean opened = false;
        try {
            journal = FolderJournal.open(folder.path());
            reach =
                    new Reach(
                            session,
                            kept,
                            change,
                            new OfflineRuns(session)::ending,
                            folder.traces());
            OfflineRun run = new OfflineRun(session, folder, journal, reach, order, attendance);
            opened = true;
            return run;
        } catch (FolderJournal.InUse e) {
            throw inUse(folder, e);
        } catch (IOException e) {
            throw RunFolder.unusable(folder.path(), e);
        } finally {
            if (!opened) {
                close(journal, reach);
            }
        }
    }

    private static void close(@Nullable FolderJournal journal, @Nullable Reach reach) {
        try {
            if (reach != null) {
                reach.close();
            }
            if (journal != null) {
                journal.close();
            }
        } catch (IOException e) {
            // What was written was forced to the disk before.
        }
    }

    private static Failure inUse(RunFolder folder, Exception cause) {
        return new Failure(
                Failure.Kind.NO,
                "Run %s is going on in another process".formatted(folder.id()),
                cause,
                "Halt it first: cadastre run halt " + folder.id() + ".");
    }

    /** Takes up a run that was begun. The caller closes it. */
    public static OfflineRun take(Session session, String id, Attendance attendance) {
        RunFolder folder = new OfflineRuns(session).find(id);
        OfflineOrder kept = folder.order();
        ChangeFolder change = folder.change(kept.digest());
        ChangeSource source = new ChangeSource(kept.parameters(), kept.values());
        GivenChange given = source.understood(change, kept.file(), kept.file());
        if (kept.jar()) {
            given = source.joined(given, folder.jar(), kept.program());
        }
        RunHead head = new OfflineRuns(session).view(id).head();
        RunOrder order =
                new RunOrder(
                        folder.id(),
                        head.who(),
                        head.why(),
                        given.change(),
                        kept.names(),
                        kept.parameters(),
                        head.settings(),
                        (Plan) null);
        return open(session, folder, kept, change, order, attendance);
    }

    /**
     * Asks whatever process has the run open to halt or stop it; false if none has.
     *
     * @param request one of these two
     */
    public static boolean ask(Session session, String id, RunRequest request) {
        RunFolder folder = new OfflineRuns(session).find(id);
        try (FolderJournal _ = FolderJournal.open(folder.path())) {
            return false;
        } catch (FolderJournal.InUse _) {
            return leave(folder, request);
        } catch (IOException e) {
            throw RunFolder.unusable(folder.path(), e);
        }
    }

    private static boolean leave(RunFolder folder, RunRequest request) {
        try {
            RequestFile.leave(folder.path(), request);
            return true;
        } catch (IOException e) {
            throw RunFolder.unusable(folder.path(), e);
        }
    }

    /** Its name. */
    public String id() {
        return folder.id();
    }

    /** What is known of it. */
    public RunView view() {
        return executor.view();
    }

    /** Asks for something; a {@link Failure} says why that is not granted. */
    public void request(RunRequest request) {
        Refusal refusal = refusal(request);
        if (refusal != null) {
            throw new Failure(
                    Failure.Kind.NO,
                    "%s [%s]".formatted(refusal.reason(), refusal.code()),
                    "See `cadastre run show " + folder.id() + "`.");
        }
    }

    /**
     * Goes on with a run that had come to rest only because somebody was asked; taking it up has
     * halted it.
     */
    public void goOn() {
        if (view().state().finished() == null && !view().state().halted().isEmpty()) {
            request(new RunRequest.Resume(null));
        }
    }

    private @Nullable Refusal refusal(RunRequest request) {
        try {
            return executor.request(who, request);
        } catch (IOException e) {
            throw RunFolder.unusable(folder.path(), e);
        }
    }

    private void halt() {
        refusal(new RunRequest.Halt());
    }

    /**
     * Does all that can be done, and has the person at the terminal answer what is asked for;
     * Ctrl-C halts the run, and a second one stops it.
     *
     * @return what is known when nothing more can be done without somebody who is not here
     */
    public RunView attend() throws InterruptedException {
        Answering answering = new Answering(session, this::request);
        RunView view = run();
        while (answering.answer(RunJson.detail(view))) {
            view = run();
        }
        return view;
    }

    private RunView run() throws InterruptedException {
        AtomicInteger interrupts = new AtomicInteger();
        try (Keyboard.Listening _ =
                session.surroundings()
                        .keyboard()
                        .onInterrupt(() -> interrupted(interrupts.incrementAndGet()))) {
            return Objects.requireNonNull(executor.run());
        } catch (IOException e) {
            throw RunFolder.unusable(folder.path(), e);
        }
    }

    private void interrupted(int times) {
        if (times == 1) {
            session.remark("Halting: what runs comes to its end. Ctrl-C again stops it.");
            halt();
        } else {
            session.remark("Stopping.");
            refusal(new RunRequest.Stop());
        }
    }

    @Override
    public void close() {
        try (requests) {
            executor.close();
        } catch (IOException e) {
            // Nobody is asked for anything any more.
        } finally {
            close(journal, reach);
        }
    }
}
