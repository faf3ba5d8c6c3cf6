package dev.cadastre.server.storage;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** What all files together need of the disk below them. */
final class Disk {

    private static final long LIMIT_MINUTES = 60;

    private Disk() {}

    /** Waits until all that was written to any file is on the disk; sync(1) does it at once. */
    static void sync() throws IOException {
        try {
            Process sync = new ProcessBuilder("sync").inheritIO().start();
            if (!sync.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES) || sync.exitValue() != 0) {
                throw new IOException("sync failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
