package dev.cadastre.change.journal;

import dev.cadastre.change.run.RunEntry;

/** The text of a journal, for those who keep it elsewhere than in a folder. Pure. */
public final class JournalText {

    private JournalText() {}

    /**
     * An entry as one line, without its end.
     *
     * @param number of the entry, counted from 1
     */
    public static String line(int number, RunEntry entry) {
        return EntryWriter.line(number, entry);
    }

    /** What is in such lines, each with its end. Whatever they are is a value. */
    public static JournalReading read(byte[] lines) {
        return JournalReader.read(lines);
    }
}
