package dev.cadastre.plugin;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Ends processes that left a plug-in's group and still hold its output open, by what /proc says of
 * their descriptors. It looks at all processes, and is for those rare runs only.
 */
final class PipeHolders {
    private static final Path PROCESSES = Path.of("/proc");

    private PipeHolders() {}

    /** Ends whom it may; of others' processes, the system tells nothing. */
    static void end(SystemCalls calls, List<Integer> descriptors) {
        Set<Path> pipes =
                descriptors.stream()
                        .map(descriptor -> target(Path.of("/proc/self/fd/" + descriptor)))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path process : processes) {
                int number = Integer.parseInt(process.getFileName().toString());
                if (number != ProcessHandle.current().pid()) {
                    endIfHolding(calls, process, number, pipes);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Then they stay, and get SIGPIPE once our end is closed.
        }
    }

    private static void endIfHolding(SystemCalls calls, Path process, int number, Set<Path> pipes) {
        int descriptor = calls.processDescriptor(number);
        if (descriptor < 0) {
            return;
        }
        // The number is that of the same process before and after, or the signal goes nowhere.
        if (holds(process, pipes)) {
            calls.signalDescriptor(descriptor, SystemCalls.SIGKILL);
        }
        SystemCalls.close(descriptor);
    }

    private static boolean holds(Path process, Set<Path> pipes) {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path descriptor : open) {
                if (pipes.contains(target(descriptor))) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // It has ended, or is another user's.
        }
        return false;
    }

    private static @Nullable Path target(Path link) {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException e) {
            return null;
        }
    }
}
