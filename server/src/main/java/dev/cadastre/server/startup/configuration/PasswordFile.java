package dev.cadastre.server.startup.configuration;

import dev.cadastre.server.storage.StartFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The database's password, which stands in a file of its own. */
final class PasswordFile {

    private static final int MOST_BYTES = 1 << 12;
    private static final Set<PosixFilePermission> OF_OTHERS =
            EnumSet.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE);

    private PasswordFile() {}

    /** The credential that systemd hands to the service; empty if there is none. */
    static Optional<Path> ofSystemd(Map<String, String> variables) {
        return Optional.ofNullable(variables.get("CREDENTIALS_DIRECTORY"))
                .map(folder -> Path.of(folder, "database-password"))
                .filter(Files::isReadable);
    }

    /**
     * The one line that it has.
     *
     * @throws StartFailure if others could read it, too, or it is no password
     */
    static String read(Path file) {
        refuseOpen(file);
        String text =
                new String(ConfigurationFile.content(file, MOST_BYTES), StandardCharsets.UTF_8)
                        .stripTrailing();
        if (text.isEmpty() || text.contains("\n")) {
            throw new StartFailure(
                    "%s must have one line, the database's password".formatted(file),
                    "Write the password into it and nothing else.");
        }
        return text;
    }

    private static void refuseOpen(Path file) {
        try {
            Set<PosixFilePermission> granted = EnumSet.copyOf(OF_OTHERS);
            granted.retainAll(Files.getPosixFilePermissions(file));
            if (!granted.isEmpty()) {
                throw new StartFailure(
                        "%s can be read or written by others than its owner".formatted(file),
                        "Run: chmod 0600 " + file);
            }
        } catch (IOException e) {
            // Why it cannot be read is said where it is read.
            return;
        }
    }
}
