package dev.cadastre.server.change.running;

import dev.cadastre.change.run.RunEntry;
import dev.cadastre.change.run.RunJournal;
import dev.cadastre.change.run.RunView;
import dev.cadastre.server.change.ChangeRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A run's journal in the database. What is written stays, with all that follows from it, or nothing
 * of it is; two who write one journal are told apart by its numbers. Thread-safe.
 */
final class DatabaseJournal implements RunJournal {

    private final Journals journals;
    private final List<RunEntry> entries;
    private ChangeRun run;
    private boolean isClosed;

    DatabaseJournal(Journals journals, ChangeRun run, List<RunEntry> entries) {
        this.journals = journals;
        this.run = run;
        this.entries = new ArrayList<>(entries);
    }

    @Override
    public synchronized List<RunEntry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public synchronized void write(List<RunEntry> more) throws IOException {
        if (isClosed) {
            throw new IOException("nothing more is written, for the server stops");
        }
        List<RunEntry> all = new ArrayList<>(entries);
        all.addAll(more);
        RunView view = RunView.of(all);
        try {
            run = journals.write(run, view, entries, more);
        } catch (RuntimeException e) {
            throw new IOException("The journal of run %d cannot be written".formatted(run.id()), e);
        }
        entries.addAll(more);
    }

    /** Has nothing more be written. */
    synchronized void close() {
        isClosed = true;
    }
}
