package dev.cadastre.change.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A journal in memory, whose writer can be killed after any entry. */
final class MemoryJournal implements RunJournal {

    private final List<RunEntry> entries;
    private final int room;

    private MemoryJournal(List<RunEntry> entries, int room) {
        this.entries = new ArrayList<>(entries);
        this.room = room;
    }

    MemoryJournal() {
        this(List.of(), Integer.MAX_VALUE);
    }

    /** One whose writer is killed when it has so many entries, before it hears that they stay. */
    static MemoryJournal killedAfter(int entries) {
        return new MemoryJournal(List.of(), entries);
    }

    /** What somebody else finds. */
    MemoryJournal found() {
        return new MemoryJournal(entries(), Integer.MAX_VALUE);
    }

    /** The same, whose writer is killed when it has so many more. */
    MemoryJournal foundAndKilledAfter(int more) {
        return new MemoryJournal(entries(), entries.size() + more);
    }

    @Override
    public synchronized List<RunEntry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public synchronized void write(List<RunEntry> more) throws IOException {
        for (RunEntry entry : more) {
            if (entries.size() >= room) {
                throw new IOException("killed");
            }
            entries.add(entry);
        }
        if (entries.size() >= room) {
            throw new IOException("killed");
        }
    }
}
