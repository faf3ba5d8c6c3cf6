package dev.cadastre.server.access;

import dev.cadastre.server.storage.Home;
import dev.cadastre.server.storage.Machine;
import dev.cadastre.server.storage.StartFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.stereotype.Service;

/**
 * How the command line on the server's own machine finds and enters it: the file {@code server.url}
 * and the file {@code cli-token}, both for their owner only, in the home.
 */
@Service
public class LocalCommandLine {

    private static final String OWNER_ONLY = "rw-------";

    private final Home home;
    private final Tokens tokens;

    LocalCommandLine(Home home, Tokens tokens) {
        this.home = home;
        this.tokens = tokens;
    }

    /** Writes both files; the token that an earlier start wrote is worth nothing from now on. */
    public void announce(URI url) {
        String name = "cli@" + Machine.name() + ":" + url.getPort();
        String token = tokens.renewLocal(name, home.path().toString()).secret();
        write("cli-token", token);
        write("server.url", url.toString());
    }

    private void write(String name, String text) {
        Path file = home.file(name);
        Path partial = home.file(name + ".partial");
        try {
            Files.deleteIfExists(partial);
            Files.createFile(
                    partial,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(OWNER_ONLY)));
            Files.writeString(partial, text + "\n");
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartFailure(
                    "Cannot write " + file + ": " + e.getMessage(),
                    "Free space, and make the folder writable for the user that runs the server.",
                    e);
        }
    }
}
