package dev.cadastre.cli.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
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
        FileStore disk = Files.getFileStore(home);
        return new HomeState(
                home,
                owner,
                System.getProperty("user.name", ""),
                strangers(home, owner),
                Files.getPosixFilePermissions(home),
                Files.exists(key) ? Files.getPosixFilePermissions(key) : null,
                Files.exists(home.resolve("restoring")),
                disk.getTotalSpace(),
                disk.getUsableSpace(),
                newest(home));
    }

    private static Map<String, String> strangers(Path home, String owner) throws IOException {
        Map<String, String> strangers = new TreeMap<>();
        if (Files.isReadable(home)) {
            try (Stream<Path> entries = Files.list(home)) {
                for (Path entry : entries.toList()) {
                    String whose = owner(entry);
                    if (!whose.equals(owner)) {
                        strangers.put(entry.getFileName().toString(), whose);
                    }
                }
            }
        }
        return strangers;
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
