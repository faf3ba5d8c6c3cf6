package dev.cadastre.change.journal;

import dev.cadastre.change.run.RunEntry;
import java.util.List;

/**
 * What a journal holds.
 *
 * @param entries in order
 * @param length how many bytes of the file they are
 * @param torn how many bytes follow that were being written when the writer was killed, and mean
 *     nothing, since nothing was done by them
 * @param problem why what follows cannot be read although something that can comes after it; empty
 *     if that is not so
 */
public record JournalReading(List<RunEntry> entries, long length, long torn, String problem) {

    /** Copies what can be changed. */
    public JournalReading {
        entries = List.copyOf(entries);
    }
}
