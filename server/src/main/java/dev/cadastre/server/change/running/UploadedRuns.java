package dev.cadastre.server.change.running;

import dev.cadastre.change.Status;
import dev.cadastre.change.run.RunEntry;
import dev.cadastre.change.run.RunHead;
import dev.cadastre.change.run.RunView;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.change.ChangePlan;
import dev.cadastre.server.change.ChangeProblem;
import dev.cadastre.server.change.ChangeRefused;
import dev.cadastre.server.change.ChangeRefused.Reason;
import dev.cadastre.server.change.ChangeRun;
import dev.cadastre.server.change.ChangeRun.RunHost;
import dev.cadastre.server.change.PlanState;
import dev.cadastre.server.change.RunPhase;
import dev.cadastre.server.change.archive.Archives;
import dev.cadastre.server.change.keeping.EntryTable;
import dev.cadastre.server.change.keeping.JournalLine;
import dev.cadastre.server.change.keeping.PlanTable;
import dev.cadastre.server.change.keeping.RunTable;
import dev.cadastre.server.change.telling.RunEndings;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/**
 * Takes the journals of runs that somebody carried out without this server. Such a run is a record
 * here: what is known of it follows from its journal, and nothing can be asked of it. What is sent
 * is not believed: it is a whole journal of hosts that the estate has, in environments where the
 * actor may run changes, and speaks in nobody else's name. Thread-safe.
 */
@NamedInterface("running")
@Service
public class UploadedRuns {

    private final Archives archives;
    private final PlanTable plans;
    private final RunTable table;
    private final EntryTable entries;
    private final RunLookup lookup;
    private final Journals journals;
    private final RunEndings endings;
    private final Concerned concerned;
    private final Access access;
    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock();

    UploadedRuns(
            Archives archives,
            PlanTable plans,
            RunTable table,
            EntryTable entries,
            RunLookup lookup,
            Journals journals,
            RunEndings endings,
            Concerned concerned,
            Access access,
            Clock clock) {
        this.archives = archives;
        this.plans = plans;
        this.table = table;
        this.entries = entries;
        this.lookup = lookup;
        this.journals = journals;
        this.endings = endings;
        this.concerned = concerned;
        this.access = access;
        this.clock = clock;
    }

    /**
     * What is sent.
     *
     * @param name by which locks on hosts know the run
     * @param archive the digest of its change's archive, which is there
     * @param file the change in it
     * @param journal the lines of its journal
     */
    @SuppressWarnings("ArrayRecordComponent") // It is handed over, and never changed.
    public record Upload(String name, String archive, String file, byte[] journal) {}

    /**
     * A run as it is now.
     *
     * @param isNew whether nothing of it was there before
     */
    public record Uploaded(ChangeRun run, boolean isNew) {}

    /**
     * Keeps what was done. To send the same again changes nothing; to send more of the same run
     * adds that.
     *
     * @throws ChangeRefused if it is no journal of such a run, or another than was sent before
     */
    public Uploaded upload(Upload upload, Reach reach) {
        List<RunEntry> sent = new UploadedJournal(upload, clock.instant()).entries();
        if (!archives.has(upload.archive())) {
            throw new ChangeProblem(
                            "change.archive-unknown",
                            "archive",
                            "There is no archive " + upload.archive() + ".",
                            "Send it to /api/v1/change-archives/" + upload.archive() + " first.")
                    .as(Reason.INVALID);
        }
        RunView view = RunView.of(sent);
        Map<String, String> hosts = concerned.named(view.head().hosts());
        List<String> environments = hosts.values().stream().distinct().sorted().toList();
        concerned.requireRun(environments);
        Uploaded uploaded;
        turn.lock();
        try {
            Optional<Long> known = table.named(upload.name());
            ChangeRun run =
                    known.isPresent()
                            ? more(known.get(), view, sent)
                            : first(upload, view, sent, hosts, environments);
            uploaded = new Uploaded(lookup.find(run.id(), reach).orElse(run), known.isEmpty());
        } finally {
            turn.unlock();
        }
        endings.tellAll();
        return uploaded;
    }

    private ChangeRun more(long id, RunView view, List<RunEntry> sent) {
        ChangeRun run = table.find(id).orElseThrow(() -> RunLookup.unknown(id));
        concerned.requireRun(run.environments());
        List<String> kept =
                entries.after(id, 0, Integer.MAX_VALUE).stream().map(JournalLine::line).toList();
        int both = Math.min(kept.size(), sent.size());
        if (!run.isUploaded() || !UploadedJournal.areSame(kept.subList(0, both), sent)) {
            throw new ChangeProblem(
                            "run.journal-differs",
                            "journal",
                            "Run %s is here already as run %d, and otherwise."
                                    .formatted(view.head().run(), id),
                            "Compare it with /api/v1/runs/%d/entries.".formatted(id))
                    .as(Reason.CONFLICT);
        }
        if (sent.size() > both) {
            audit(run);
            return journals.add(run, view, sent.subList(0, both), sent.subList(both, sent.size()));
        }
        return run;
    }

    private ChangeRun first(
            Upload upload,
            RunView view,
            List<RunEntry> sent,
            Map<String, String> hosts,
            List<String> environments) {
        ChangePlan plan = plan(upload, view, List.copyOf(hosts.keySet()), environments);
        plans.add(plan);
        plans.ready(plan.id(), plan.places(), plan.digest());
        RunHead head = view.head();
        ChangeRun run =
                new ChangeRun(
                        table.nextId(),
                        upload.name(),
                        plan.id(),
                        plan.archive(),
                        plan.change(),
                        Status.PENDING,
                        RunPhase.GOING_ON,
                        "",
                        concerned.actor(),
                        concerned.person(),
                        head.why(),
                        environments,
                        hosts.entrySet().stream()
                                .map(host -> new RunHost(host.getKey(), host.getValue()))
                                .toList(),
                        sent.getFirst().at().truncatedTo(ChronoUnit.MICROS),
                        null,
                        0,
                        false,
                        "",
                        head.who());
        audit(run);
        return journals.add(run, view, List.of(), sent);
    }

    private ChangePlan plan(
            Upload upload, RunView view, List<String> hosts, List<String> environments) {
        RunHead head = view.head();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new ChangePlan(
                UUID.randomUUID(),
                upload.archive(),
                upload.file(),
                head.change(),
                "",
                head.parameters(),
                head.settings(),
                environments,
                hosts,
                head.jobs(),
                PlanState.READY,
                "",
                List.copyOf(view.planned().values()),
                head.planDigest(),
                concerned.actor(),
                now,
                null,
                null);
    }

    private void audit(ChangeRun run) {
        List<String> environments = run.environments();
        access.audit(
                "run.upload",
                "run:" + run.id(),
                environments.size() == 1 ? environments.getFirst() : null,
                "done");
    }
}
