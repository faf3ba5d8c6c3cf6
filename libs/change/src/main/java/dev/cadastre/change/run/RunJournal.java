package dev.cadastre.change.run;

import java.io.IOException;
import java.util.List;

/**
 * Where a run is written down. Used by one executor only, which calls it by one thread at a time.
 */
public interface RunJournal {

    /** What has been written, in order. */
    List<RunEntry> entries();

    /**
     * Writes entries. When it returns, they stay, whatever happens to the process or the machine.
     * If it throws, or the process ends meanwhile, some of them may have been written: the first
     * ones.
     *
     * @throws IOException if they cannot be written; nothing more will be
     */
    void write(List<RunEntry> entries) throws IOException;
}
