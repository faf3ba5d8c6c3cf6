package dev.cadastre.cli.doctor;

import dev.cadastre.cli.doctor.ServerState.Known;
import dev.cadastre.cli.instance.MachinePorts;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for the processes of a home. */
final class ServerReader {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int MOST_BYTES = 4_096;

    private ServerReader() {}

    static ServerState read(Path home, Path logs, URI url, String said) {
        int usual = "https".equals(url.getScheme()) ? HTTPS : HTTP;
        int port = url.getPort() < 0 ? usual : url.getPort();
        return new ServerState(
                url.toString(),
                said,
                server(home),
                known(home.resolve("postgres/data/postmaster.pid"), home.toString()),
                port,
                MachinePorts.holder(port).orElse(null),
                LogErrors.last(logs.resolve("server.log")).orElse(null));
    }

    /** Whether a server works on a home that can be read. */
    static boolean runs(Path home) {
        Known server = server(home);
        return server != null && server.runs();
    }

    private static @Nullable Known server(Path home) {
        return known(home.resolve("server.pid"), "java");
    }

    /** A process id may have been given to another program since, which its command line shows. */
    private static @Nullable Known known(Path file, String word) {
        return firstLine(file)
                .filter(line -> line.matches("[0-9]{1,10}"))
                .map(Long::parseLong)
                .map(pid -> new Known(pid, commandLine(pid).contains(word)))
                .orElse(null);
    }

    /** Empty also where nothing of the kind can be read: then no process is known. */
    private static Optional<String> firstLine(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1)
                    .lines()
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(
                    Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
