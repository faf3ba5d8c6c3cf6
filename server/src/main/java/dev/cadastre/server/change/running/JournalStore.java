package dev.cadastre.server.change.running;

import dev.cadastre.change.run.RunEntry;
import dev.cadastre.change.run.RunView;
import dev.cadastre.server.change.ChangeRun;
import java.util.List;

/** Where journals lie. Used by many threads. */
interface JournalStore {

    /** What a journal holds. */
    List<RunEntry> read(long run);

    /**
     * Writes entries, and what lists and others see of the run, or none of it.
     *
     * @param view what is known with them
     * @param known how many there are; if there are more, somebody else writes it, and this fails
     * @param told the number of the last entry by which the run had come to an end; 0 for none
     * @return the run as it is then
     */
    ChangeRun write(ChangeRun run, RunView view, int known, int told, List<RunEntry> more);
}
