package dev.cadastre.server.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second server instance out of a home. The operating system releases the lock when the
 * process ends in whatever way, so a lock is never stale.
 */
final class HomeLock implements AutoCloseable {

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock, or fails naming the process that holds it. */
    static HomeLock take(Home home) {
        Path file = home.file("server.pid");
        try {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new StartFailure(
                        "Another server instance (process %s) works on %s"
                                .formatted(Files.readString(file).strip(), home.path()),
                        "Stop that process, or choose another folder with --home.");
            }
            channel.truncate(0);
            channel.write(StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"));
            return new HomeLock(channel);
        } catch (IOException e) {
            throw new StartFailure(
                    "Cannot write " + file + ": " + e.getMessage(),
                    "Make the folder writable for the user that runs the server.",
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            // A region far behind the text, so that others can read the process id.
            return channel.tryLock(Integer.MAX_VALUE, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.truncate(0);
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot release the lock of the home", e);
        }
    }
}
