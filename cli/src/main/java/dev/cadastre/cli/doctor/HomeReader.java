package dev.cadastre.cli.doctor;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Looks at a home. */
final class HomeReader {

    /** The files that a server writes as it goes. */
    private static final List<String> WRITTEN =
            List.of("server.pid", "server.url", "log/server.log", "postgres/postgres.log");

    private HomeReader() {}

    static HomeState read(Path home) throws IOException {
        String owner = owner(home);
        Path key = home.resolve("master.key");
        // Not as a FileStore, which Java finds by a table of mounts that a chroot does not have.
        File disk = home.toFile();
        return new HomeState(
                home,
                owner,
                System.getProperty("user.name", ""),
                owners(home),
                Files.getPosixFilePermissions(home),
                Files.exists(key) ? Files.getPosixFilePermissions(key) : null,
                Files.exists(home.resolve("restoring")),
                disk.getTotalSpace(),
                disk.getUsableSpace(),
                newest(home));
    }

    private static Map<String, String> owners(Path home) throws IOException {
        Map<String, String> owners = new TreeMap<>();
        if (Files.isReadable(home)) {
            try (Stream<Path> entries = Files.list(home)) {
                for (Path entry : entries.toList()) {
                    owners.put(entry.getFileName().toString(), owner(entry));
                }
            }
        }
        return owners;
    }

    private static String owner(Path file) throws IOException {
        return Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).getName();
    }

    private static Instant newest(Path home) throws IOException {
        Instant newest = Instant.EPOCH;
        for (String name : WRITTEN) {
            Path file = home.resolve(name);
            if (Files.exists(file)) {
                Instant written = Files.getLastModifiedTime(file).toInstant();
                newest = written.isAfter(newest) ? written : newest;
            }
        }
        return newest;
    }
}
