package dev.cadastre.ssh;

/**
 * Talks with a command while it runs. What the command writes is given as it comes, each stream in
 * order, on a thread that serves connections: nothing here may block.
 */
public interface Dialogue {

    /** The host was asked to run it; from now on it can be written to, by any thread. */
    void begun(CommandInput input);

    /** What it wrote to standard output. The array is only lent. */
    void output(byte[] bytes, int offset, int length);

    /** What it wrote to standard error. The array is only lent. */
    void errors(byte[] bytes, int offset, int length);

    /**
     * Whether it is to run on a terminal, by which its output and errors become one. The terminal
     * changes nothing that passes, echoes nothing and knows no end of input.
     */
    default boolean onTerminal() {
        return false;
    }
}
