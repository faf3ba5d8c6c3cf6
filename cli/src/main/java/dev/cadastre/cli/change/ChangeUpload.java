package dev.cadastre.cli.change;

import dev.cadastre.change.archive.ChangeArchive;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.server.Server;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;

/** Sends changes to a server. */
public final class ChangeUpload {

    private ChangeUpload() {}

    /** Sends a change, unless the server has it. */
    public static void send(Server server, ChangeFolder folder) {
        Path path = Path.of("change-archives", folder.digest());
        if (server.has(path)) {
            return;
        }
        try {
            java.nio.file.Path archive = Files.createTempFile("cadastre-change", ".tar");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive))) {
                    ChangeArchive.write(folder, out);
                }
                server.upload("PUT", path, archive, "application/x-tar");
            } finally {
                Files.delete(archive);
            }
        } catch (IOException e) {
            throw new Failure(
                    Failure.Kind.NO,
                    "The change cannot be put together: " + e.getMessage(),
                    e,
                    "Let nobody change its files meanwhile, and see that the disk has room.");
        }
    }
}
