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

    /**
     * The entry of such a line.
     *
     * @param number that it must have
     * @throws IllegalArgumentException if it is none
     */
    public static RunEntry entry(int number, String line) {
        try {
            return EntryReader.read(number, line);
        } catch (JsonReader.Malformed e) {
            throw new IllegalArgumentException("it is no entry: " + e.getMessage(), e);
        }
    }

    /** What is in such lines, each with its end. Whatever they are is a value. */
    public static JournalReading read(byte[] lines) {
        return JournalReader.read(lines);
    }
}
