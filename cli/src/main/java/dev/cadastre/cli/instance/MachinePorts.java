package dev.cadastre.cli.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at what listens on this machine. */
public final class MachinePorts {

    private static final Path PROC = Path.of("/proc");

    private MachinePorts() {}

    static ListeningPorts read() {
        List<String> lines = new ArrayList<>();
        for (String file : List.of("net/tcp", "net/tcp6")) {
            try {
                lines.addAll(Files.readAllLines(PROC.resolve(file)));
            } catch (IOException e) {
                // Not each kernel has IPv6.
            }
        }
        return ListeningPorts.of(lines);
    }

    /** Who listens on a port now, as below. */
    public static Optional<String> holder(int port) {
        return holder(read(), port);
    }

    /** Who listens on a port, as {@code nginx (process 812)}; empty if nobody is seen. */
    static Optional<String> holder(ListeningPorts ports, int port) {
        Set<String> sockets =
                ports.inodes(port).stream()
                        .map("socket:[%s]"::formatted)
                        .collect(Collectors.toSet());
        try (Stream<Path> processes = Files.list(PROC)) {
            return processes
                    .filter(path -> path.getFileName().toString().matches("[0-9]+"))
                    .filter(path -> holds(path, sockets))
                    .findFirst()
                    .map(MachinePorts::name);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean holds(Path process, Set<String> sockets) {
        try (Stream<Path> files = Files.list(process.resolve("fd"))) {
            return files.anyMatch(file -> sockets.contains(target(file)));
        } catch (IOException e) {
            return false; // It has ended, or belongs to others.
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static String name(Path process) {
        try {
            String name = Files.readString(process.resolve("comm")).strip();
            return "%s (process %s)".formatted(name, process.getFileName());
        } catch (IOException e) {
            return "process " + process.getFileName();
        }
    }
}
