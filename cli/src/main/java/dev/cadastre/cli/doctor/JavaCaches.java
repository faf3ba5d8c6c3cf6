package dev.cadastre.cli.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks for the files with classes that were loaded and linked ahead of time. */
final class JavaCaches {

    private static final String FLAG = "-XX:AOTCache=";
    private static final String OWN = "cli.aot";
    private static final String SERVERS = "server.aot";

    /** What the launcher of an installed program names where no caches were made for its place. */
    private static final Path NOWHERE = Path.of("/nonexistent");

    private JavaCaches() {}

    /** Those that a program started like this wants, and the server's beside them. */
    static List<Path> wanted(List<String> arguments) {
        return arguments.stream()
                .filter(argument -> argument.startsWith(FLAG))
                .map(argument -> Path.of(argument.substring(FLAG.length())))
                .flatMap(file ->
                        file.endsWith(OWN)
                                ? Stream.of(file, file.resolveSibling(SERVERS))
                                : Stream.of(file))
                .toList();
    }

    static List<LocalFinding> findings() {
        List<String> arguments =
                List.of(ProcessHandle.current().info().arguments().orElse(new String[0]));
        return wanted(arguments).stream()
                .filter(Files::notExists)
                .map(JavaCaches::missing)
                .toList();
    }

    static LocalFinding missing(Path file) {
        return file.startsWith(NOWHERE)
                ? LocalFinding.warning(
                        LocalKind.CACHE_MISSING,
                        String.valueOf(file.getFileName()),
                        "No classes were made ready ahead of time for the folder that the program"
                                + " is in now")
                : LocalFinding.warning(
                        LocalKind.CACHE_MISSING,
                        file.toString(),
                        "The classes that were made ready ahead of time are not there");
    }
}
