package dev.cadastre.server.startup;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The process that listens on a TCP port, as far as {@code /proc} shows it to this user.
 *
 * @param pid its process id
 * @param name its program
 */
record PortHolder(long pid, String name) {

    private static final Path PROC = Path.of("/proc");

    /** What a process starts has its sockets too: a worker always, any other until its exec. */
    private static final Comparator<ProcessHandle> OLDEST_FIRST =
            Comparator.comparing(process -> process.info().startInstant().orElse(Instant.MAX));

    /** Empty where there is none, where it is another user's, and where there is no /proc. */
    static Optional<PortHolder> find(int port) {
        Set<String> sockets =
                Stream.of("net/tcp", "net/tcp6")
                        .flatMap(table -> ListeningSockets.inodes(lines(table), port).stream())
                        .map("socket:[%s]"::formatted)
                        .collect(Collectors.toSet());
        return sockets.isEmpty() ? Optional.empty() : holderOf(sockets);
    }

    private static Optional<PortHolder> holderOf(Set<String> sockets) {
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process.pid(), sockets))
                .min(OLDEST_FIRST)
                .map(ProcessHandle::pid)
                .map(pid -> new PortHolder(pid, String.join(" ", lines(pid + "/comm"))));
    }

    private static boolean holds(long pid, Set<String> sockets) {
        try (DirectoryStream<Path> descriptors =
                Files.newDirectoryStream(PROC.resolve(pid + "/fd"))) {
            for (Path descriptor : descriptors) {
                if (sockets.contains(target(descriptor))) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // It ended meanwhile, or is another user's: then it is none that could be named.
            return false;
        }
        return false;
    }

    /** Empty for one that was closed meanwhile, which says nothing about the others. */
    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(PROC.resolve(file));
        } catch (IOException e) {
            return List.of();
        }
    }

    @Override
    public String toString() {
        return "process %d (%s)".formatted(pid, name);
    }
}
