package dev.cadastre.server.change.archive;

import dev.cadastre.change.archive.ArchiveRefused;
import dev.cadastre.change.archive.ChangeArchive;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.change.ChangeProblem;
import dev.cadastre.server.change.ChangeRefused;
import dev.cadastre.server.change.ChangeRefused.Reason;
import dev.cadastre.server.storage.Home;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.util.FileSystemUtils;

/**
 * Changes as they are sent: folders, each in an archive and known by the digest of what is in it.
 * What is sent is hostile until it was unpacked; nothing in it is ever run here. Whether somebody
 * may have one is for the caller to know. Thread-safe.
 */
@NamedInterface("archive")
@Service
public class Archives {

    /** The most bytes of an archive, with what its form adds to a folder. */
    public static final long MOST_BYTES = ChangeFolder.MOST_BYTES + (64L << 20);

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final ArchiveTable table;
    private final Home home;
    private final Access access;
    private final Clock clock;

    Archives(ArchiveTable table, Home home, Access access, Clock clock) {
        this.table = table;
        this.home = home;
        this.access = access;
        this.clock = clock;
    }

    /** What a server that was killed has left unpacked serves nobody. */
    @EventListener(ApplicationStartedEvent.class)
    void clear() {
        try (var left = Files.list(folder())) {
            for (Path path : left.toList()) {
                FileSystemUtils.deleteRecursively(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("What is left in " + folder() + " stays there", e);
        }
    }

    private Path folder() {
        return home.folder("changes");
    }

    /** Whether there is one of that digest. */
    public boolean has(String digest) {
        return table.sender(digest).isPresent();
    }

    /** Who sent it first; empty if there is none. */
    public Optional<String> sender(String digest) {
        return table.sender(digest);
    }

    /**
     * Keeps an archive that the actor sends.
     *
     * @param digest of what is in it
     * @return whether it is new
     * @throws ChangeRefused if it is broken, or its content has another digest
     * @throws IOException if it cannot be read to its end
     */
    public boolean put(String digest, InputStream content) throws IOException {
        if (!DIGEST.matcher(digest).matches()) {
            throw new ChangeProblem(
                            "change.digest-wrong",
                            "digest",
                            "That is no digest of a change.",
                            "Write the 64 hexadecimal digits that the command line tells.")
                    .as(Reason.INVALID);
        }
        if (has(digest)) {
            return false;
        }
        Path sent = Files.createTempFile(folder(), "sent-", ".tar");
        try {
            Files.copy(content, sent, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            unpacked(digest, sent).close();
            try (InputStream checked = Files.newInputStream(sent)) {
                return table.add(
                        digest,
                        checked,
                        Files.size(sent),
                        access.actor().label(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
            }
        } finally {
            Files.delete(sent);
        }
    }

    /** Writes an archive as it was sent. */
    public void copy(String digest, OutputStream target) throws IOException {
        table.copy(digest, target);
    }

    /**
     * The folder of an archive. The caller closes it, and its files are gone then.
     *
     * @throws ChangeRefused if there is no such archive
     */
    public UnpackedChange open(String digest) {
        if (!has(digest)) {
            throw new ChangeProblem(
                            "change.archive-unknown",
                            "archive",
                            "There is no archive " + digest + ".",
                            "Send it to /api/v1/change-archives/" + digest + " first.")
                    .as(Reason.INVALID);
        }
        try {
            Path kept = Files.createTempFile(folder(), "kept-", ".tar");
            try {
                try (OutputStream target = Files.newOutputStream(kept)) {
                    table.copy(digest, target);
                }
                return unpacked(digest, kept);
            } finally {
                Files.delete(kept);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The archive " + digest + " cannot be unpacked", e);
        }
    }

    private UnpackedChange unpacked(String digest, Path archive) throws IOException {
        Path parent = Files.createTempDirectory(folder(), "open-");
        boolean opened = false;
        try (InputStream content = new BufferedInputStream(Files.newInputStream(archive))) {
            ChangeFolder files = ChangeArchive.unpack(content, digest, parent.resolve("files"));
            opened = true;
            return new UnpackedChange(files, parent);
        } catch (ArchiveRefused e) {
            throw new ChangeProblem(
                            e.code(),
                            "archive",
                            "The archive is not taken: " + e.getMessage() + ".",
                            "Pack the folder again; the command line does it when it plans.")
                    .as(Reason.UNUSABLE);
        } finally {
            if (!opened) {
                FileSystemUtils.deleteRecursively(parent);
            }
        }
    }
}
