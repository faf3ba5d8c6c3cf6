package dev.cadastre.cli.doctor;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks at a folder of logs that is not in the home. */
final class LogFolder {

    private static final long LITTLE = 64L << 20;

    private LogFolder() {}

    /** The server runs as the owner of its home. */
    static List<LocalFinding> findings(Path folder, Path home) {
        if (!Files.isDirectory(folder)) {
            return List.of(error(folder, "There is no such folder"));
        }
        try {
            return findings(
                    folder,
                    Files.getOwner(folder).getName(),
                    Files.isDirectory(home) ? Files.getOwner(home).getName() : "",
                    Files.getPosixFilePermissions(folder),
                    free(folder.toFile()));
        } catch (IOException e) {
            return List.of(error(folder, "It cannot be looked at: " + e));
        }
    }

    /**
     * Not as of a FileStore, which Java finds by a table of mounts that a chroot does not have. A
     * disk of no size is one of which nothing is known.
     */
    private static long free(File folder) {
        return folder.getTotalSpace() == 0 ? Long.MAX_VALUE : folder.getUsableSpace();
    }

    /**
     * Pure.
     *
     * @param server who runs the server; empty if that is not known
     */
    static List<LocalFinding> findings(
            Path folder,
            String owner,
            String server,
            Set<PosixFilePermission> permissions,
            long free) {
        List<LocalFinding> findings = new ArrayList<>();
        boolean othersWrite =
                permissions.contains(PosixFilePermission.GROUP_WRITE)
                        || permissions.contains(PosixFilePermission.OTHERS_WRITE);
        if (!server.isEmpty() && !server.equals("root") && !owner.equals(server) && !othersWrite) {
            findings.add(
                    error(
                            folder,
                            "It belongs to %s, who alone may write there, and the home to %s"
                                    .formatted(owner, server)));
        }
        if (free < LITTLE) {
            findings.add(error(folder, "%,d MB of its disk are free".formatted(free >> 20)));
        }
        return findings;
    }

    private static LocalFinding error(Path folder, String what) {
        return LocalFinding.error(LocalKind.LOG_FOLDER, folder.toString(), what);
    }
}
