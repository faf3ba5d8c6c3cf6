package dev.cadastre.server.change.running;

import dev.cadastre.change.run.RunEntry;
import dev.cadastre.change.run.RunJournal;
import dev.cadastre.change.run.RunView;
import dev.cadastre.server.change.ChangeRun;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run's journal in the database. What is written stays, with all that follows from it, or nothing
 * of it is; two who write one journal are told apart by its numbers. It keeps what is known of the
 * run and no entries, so that a write costs the same however many there are. Thread-safe.
 */
final class DatabaseJournal implements RunJournal {

    private final JournalStore store;
    private ChangeRun run;
    private @Nullable RunView view;
    private int known;
    private int told;
    private boolean isClosed;

    /** A journal with these entries. */
    DatabaseJournal(JournalStore store, ChangeRun run, List<RunEntry> entries) {
        this.store = store;
        this.run = run;
        if (!entries.isEmpty()) {
            this.view = RunView.of(entries);
            count(entries);
        }
    }

    private void count(List<RunEntry> more) {
        for (RunEntry entry : more) {
            known++;
            told = entry instanceof RunEntry.Finished ? known : told;
        }
    }

    @Override
    public synchronized List<RunEntry> entries() {
        return known == 0 ? List.of() : store.read(run.id());
    }

    @Override
    public synchronized void write(List<RunEntry> more) throws IOException {
        if (isClosed) {
            throw new IOException("nothing more is written, for the server stops");
        }
        RunView after = view == null ? RunView.of(more) : view.after(more);
        try {
            run = store.write(run, after, known, told, more);
        } catch (RuntimeException e) {
            throw new IOException("The journal of run %d cannot be written".formatted(run.id()), e);
        }
        view = after;
        count(more);
    }

    /** Has nothing more be written. */
    synchronized void close() {
        isClosed = true;
    }
}
