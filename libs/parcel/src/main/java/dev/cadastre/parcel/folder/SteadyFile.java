package dev.cadastre.parcel.folder;

import dev.cadastre.parcel.oci.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file that was the same before and after it was read.
 *
 * @param file where it really is, without links
 * @param opening how files are opened
 */
record SteadyFile(Path file, Opening opening) {

    /** How files are opened. */
    @FunctionalInterface
    interface Opening {
        InputStream open(Path file) throws IOException;
    }

    /** What was read. */
    record Read(long size, String digest) {}

    private static final int ATTEMPTS = 2;

    private record Stamp(long size, FileTime modified, @Nullable Object key) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(now.size(), now.lastModifiedTime(), now.fileKey());
        }
    }

    /** Where each attempt writes to. */
    @FunctionalInterface
    interface Target {
        OutputStream open();
    }

    /**
     * Reads it.
     *
     * @param most where reading stops
     * @return empty if somebody writes to it
     */
    Optional<Read> read(long most, Target target) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Stamp before = Stamp.of(file);
            Read read = read(most, target.open());
            if (before.equals(Stamp.of(file)) && read.size() == before.size()) {
                return Optional.of(read);
            }
        }
        return Optional.empty();
    }

    private Read read(long most, OutputStream to) throws IOException {
        MessageDigest sha256 = Digests.sha256();
        DigestOutputStream out = new DigestOutputStream(to, sha256);
        try (InputStream in = opening.open(file)) {
            byte[] some = new byte[1 << 16];
            long size = 0;
            for (int read = in.read(some); read >= 0 && size <= most; read = in.read(some)) {
                out.write(some, 0, read);
                size += read;
            }
            return new Read(size, Digests.written(sha256.digest()));
        }
    }

    /** Where files have no such mode, what names its interpreter is meant to be run. */
    boolean isExecutable() throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            return view.readAttributes().permissions().contains(PosixFilePermission.OWNER_EXECUTE);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == '#' && in.read() == '!';
        }
    }
}
