package dev.cadastre.ssh;

import java.io.IOException;
import java.io.InputStream;

/** Reads a command's standard output while it runs. */
@FunctionalInterface
public interface OutputReader {
    /**
     * Reads as much as it wants; the host is held back while this is slow. Called on the thread
     * that runs the command. The stream ends early if the command is cut; the result then says so,
     * whatever was read. An exception cuts the command and is thrown to the caller of {@code run}.
     */
    void read(InputStream standardOutput) throws IOException;
}
