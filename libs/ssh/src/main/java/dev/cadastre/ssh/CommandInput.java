package dev.cadastre.ssh;

/** What a running command reads. Thread-safe; nothing blocks, and nothing fails once it is over. */
public interface CommandInput {

    /** Sends this after what was written before. The array must not be changed any more. */
    void write(byte[] bytes);

    /** No more comes. */
    void end();

    /** Cuts the command, as if its caller was interrupted. */
    void cut();
}
