package dev.cadastre.server.change.running;

import dev.cadastre.change.run.RunEntry;
import dev.cadastre.change.run.RunView;
import dev.cadastre.server.change.ChangeRun;
import dev.cadastre.server.change.RunChanged;
import dev.cadastre.server.change.RunPhase;
import dev.cadastre.server.change.keeping.EntryTable;
import dev.cadastre.server.change.keeping.RunTable;
import dev.cadastre.server.change.telling.RunEvents;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes what runs write down, and in the same transaction what lists and others see of it. */
@Component
class Journals {

    private final RunTable runs;
    private final EntryTable entries;
    private final RunEvents events;
    private final ApplicationEventPublisher publisher;
    private final TransactionTemplate transaction;

    Journals(
            RunTable runs,
            EntryTable entries,
            RunEvents events,
            ApplicationEventPublisher publisher,
            PlatformTransactionManager transactions) {
        this.runs = runs;
        this.entries = entries;
        this.events = events;
        this.publisher = publisher;
        this.transaction = new TransactionTemplate(transactions);
        // What is written stays, whatever becomes of what it is written in.
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The journal of a run that was begun. */
    DatabaseJournal open(ChangeRun run) {
        return new DatabaseJournal(this, run, entries.read(run.id()));
    }

    /** The journal of one that is about to begin. */
    DatabaseJournal begin(ChangeRun run) {
        return new DatabaseJournal(this, run, List.of());
    }

    /** What a journal holds. */
    List<RunEntry> read(long run) {
        return entries.read(run);
    }

    /**
     * Writes entries.
     *
     * @param view what is known with them
     * @param before those that there are
     * @return the run as it is then
     */
    ChangeRun write(ChangeRun run, RunView view, List<RunEntry> before, List<RunEntry> more) {
        ChangeRun now = following(run, view, before.size() + more.size());
        transaction.executeWithoutResult(_ -> {
            if (before.isEmpty()) {
                runs.add(now);
            }
            entries.add(now.id(), before.size(), more);
            runs.update(now);
            events.tell(now, view, more, lastEnd(before));
            publisher.publishEvent(
                    new RunChanged(
                            now.id(),
                            now.revision(),
                            now.status(),
                            now.phase(),
                            Set.copyOf(now.environments())));
        });
        return now;
    }

    private static int lastEnd(List<RunEntry> entries) {
        for (int i = entries.size(); i > 0; i--) {
            if (entries.get(i - 1) instanceof RunEntry.Finished) {
                return i;
            }
        }
        return 0;
    }

    private static ChangeRun following(ChangeRun run, RunView view, int revision) {
        return new ChangeRun(
                run.id(),
                run.name(),
                run.plan(),
                run.archive(),
                run.change(),
                view.status(),
                RunPhase.of(view),
                Objects.requireNonNullElse(view.reason(), "").replace('\0', ' '),
                run.who(),
                run.person(),
                run.why(),
                run.environments(),
                run.hosts(),
                run.begunAt(),
                endedAt(view),
                revision,
                view.isUndoing(),
                view.state().approvedBy());
    }

    private static @Nullable Instant endedAt(RunView view) {
        RunEntry.Finished finished = view.state().finished();
        return finished == null ? null : finished.at().truncatedTo(ChronoUnit.MICROS);
    }
}
