package dev.cadastre.server.storage;

import dev.cadastre.server.storage.backup.Progress;
import java.io.PrintStream;

/** Tells a person at a terminal, in one line that is written over, how far long work is. */
final class PrintedProgress implements Progress, AutoCloseable {

    private static final long EVERY = 8L << 20;
    private static final int WIDTH = 60;

    private final PrintStream target;
    private final boolean on;
    private String step = "";
    private long bytes;
    private long told;

    /** Tells nothing unless {@code on}. */
    PrintedProgress(PrintStream target, boolean on) {
        this.target = target;
        this.on = on;
    }

    @Override
    public synchronized void step(String what) {
        step = what;
    }

    @Override
    public synchronized void bytes(long more) {
        bytes += more;
        if (on && bytes - told >= EVERY) {
            told = bytes;
            String line = "%d MB  %s".formatted(bytes >> 20, step);
            target.print("\r" + line.substring(0, Math.min(line.length(), WIDTH)) + "\u001b[K");
            target.flush();
        }
    }

    /** Takes the line away: what is printed next begins a line. */
    @Override
    public synchronized void close() {
        if (told > 0) {
            target.print("\r\u001b[K");
            target.flush();
        }
    }
}
