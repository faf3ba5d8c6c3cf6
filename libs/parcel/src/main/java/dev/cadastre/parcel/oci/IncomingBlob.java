package dev.cadastre.parcel.oci;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A blob of a layout that is being written. Closed before it is finished, it leaves what there is
 * of it, and the next one goes on from there. If somebody else writes the same blob, this one
 * begins beside it and leaves nothing. For one thread.
 */
public final class IncomingBlob implements Closeable {

    /** Closing one file gives back the locks of the whole process on it: it is opened once. */
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private final LayoutFiles files;
    private final String name;
    private final Descriptor blob;
    private final Path scratch;
    private final FileChannel channel;
    private final boolean kept;
    private final MessageDigest digest = Digests.sha256();
    private long count;

    private IncomingBlob(
            LayoutFiles files, String name, Descriptor blob, Path scratch, FileChannel channel) {
        this.files = files;
        this.name = name;
        this.blob = blob;
        this.scratch = scratch;
        this.channel = channel;
        this.kept = OPEN.contains(scratch);
    }

    static IncomingBlob begin(LayoutFiles files, String name, Descriptor blob) throws IOException {
        Path shared = files.pathToWrite(LayoutFolder.INCOMING + "/" + blob.hex());
        Optional<FileChannel> locked = OPEN.add(shared) ? locked(shared) : Optional.empty();
        if (locked.isPresent()) {
            IncomingBlob incoming = new IncomingBlob(files, name, blob, shared, locked.get());
            incoming.goOn();
            return incoming;
        }
        Path own = files.scratch(blob.hex());
        return new IncomingBlob(files, name, blob, own, opened(own));
    }

    private static FileChannel opened(Path path) throws IOException {
        return FileChannel.open(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * The file, if nobody else writes it. It may have become the blob between opening and locking:
     * then the path leads elsewhere afterwards.
     */
    private static Optional<FileChannel> locked(Path path) throws IOException {
        boolean good = false;
        try {
            opened(path).close();
            Optional<Object> before = identity(path);
            FileChannel channel = opened(path);
            try {
                good = channel.tryLock() != null && identity(path).equals(before);
            } finally {
                if (!good) {
                    channel.close();
                }
            }
            return good ? Optional.of(channel) : Optional.empty();
        } finally {
            if (!good) {
                OPEN.remove(path);
            }
        }
    }

    /** Which file a path leads to; empty if to none, or if the system does not tell. */
    private static Optional<Object> identity(Path path) throws IOException {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                ? Optional.ofNullable(
                        Files.readAttributes(
                                        path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                                .fileKey())
                : Optional.empty();
    }

    private void goOn() throws IOException {
        boolean good = false;
        try {
            ByteBuffer some = ByteBuffer.allocate(Digests.BUFFER);
            while (channel.read(some) >= 0) {
                count += some.position();
                digest.update(some.flip());
                some.clear();
            }
            if (count > blob.size()) {
                restart();
            }
            good = true;
        } finally {
            if (!good) {
                close();
            }
        }
    }

    /** How many bytes are there. */
    public long count() {
        return count;
    }

    /** Begins anew. */
    public void restart() throws IOException {
        channel.truncate(0);
        channel.position(0);
        digest.reset();
        count = 0;
    }

    /**
     * Adds what comes next.
     *
     * @throws BlobAltered if there is more than the descriptor states
     */
    public void write(byte[] some, int from, int length) throws IOException {
        if (length > blob.size() - count) {
            restart();
            throw BlobAltered.longer(blob);
        }
        ByteBuffer rest = ByteBuffer.wrap(some, from, length);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
        digest.update(some, from, length);
        count += length;
    }

    /** Adds all that is left in a stream, which is not closed. */
    public void write(InputStream content) throws IOException {
        byte[] some = new byte[Digests.BUFFER];
        for (int read = content.read(some); read >= 0; read = content.read(some)) {
            write(some, 0, read);
        }
    }

    /**
     * Makes it the blob. Where that is not what came, nothing is left, but for what is too short.
     *
     * @throws BlobAltered if it is not what the descriptor states
     */
    public void finish() throws IOException {
        if (count < blob.size()) {
            throw BlobAltered.shorter(blob, count);
        }
        String read = Digests.written(digest.digest());
        if (!read.equals(blob.digest())) {
            restart();
            throw BlobAltered.other(blob, read);
        }
        channel.force(true);
        LayoutFiles.moveInto(scratch, files.pathToWrite(name));
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
            if (!kept || count == 0) {
                Files.deleteIfExists(scratch);
            }
        } finally {
            if (kept) {
                OPEN.remove(scratch);
            }
        }
    }
}
