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
class Journals implements JournalStore {

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

    @Override
    public List<RunEntry> read(long run) {
        return entries.read(run);
    }

    @Override
    public ChangeRun write(ChangeRun run, RunView view, int known, int told, List<RunEntry> more) {
        ChangeRun now = following(run, view, known + more.size());
        transaction.executeWithoutResult(_ -> {
            if (known == 0) {
                runs.add(now);
            }
            entries.add(now.id(), known, more);
            runs.update(now);
            events.tell(now, view, more, told);
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

    /** Adds what somebody tells of a run after what they told before. */
    ChangeRun add(ChangeRun run, RunView view, List<RunEntry> before, List<RunEntry> more) {
        int told = before.size();
        while (told > 0 && !(before.get(told - 1) instanceof RunEntry.Finished)) {
            told--;
        }
        return write(run, view, before.size(), told, more);
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
                view.state().approvedBy(),
                run.offlineBy());
    }

    private static @Nullable Instant endedAt(RunView view) {
        RunEntry.Finished finished = view.state().finished();
        return finished == null ? null : finished.at().truncatedTo(ChronoUnit.MICROS);
    }
}
