package dev.cadastre.cli.server;

import dev.cadastre.cli.server.Failure.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The server that works on a home of this machine. It leaves its address in {@code server.url} and
 * an administrator's token in {@code cli-token}, which only the home's owner can read.
 */
public final class LocalServer {

    private final Path home;

    /** The server need not run, nor {@code home} exist. */
    public LocalServer(Path home) {
        this.home = home;
    }

    /** How to reach it; empty if none has ever started on this home. */
    public Optional<Access> access() {
        return line("server.url")
                .map(url -> new Access(URI.create(url), line("cli-token").orElse(null)));
    }

    private Optional<String> line(String name) {
        Path file = home.resolve(name);
        try {
            return Files.exists(file)
                    ? Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty())
                    : Optional.empty();
        } catch (AccessDeniedException e) {
            throw new Failure(
                    Kind.NOT_ALLOWED,
                    file + " belongs to another user",
                    e,
                    "Run the command as the user that runs the server, or sign in with `cadastre"
                            + " login --server URL`.");
        } catch (IOException e) {
            throw new Failure(
                    Kind.NO, "Cannot read " + file + ": " + e, e, "Look at that file's folder.");
        }
    }
}
