package dev.cadastre.cli.bundle;

import dev.cadastre.change.archive.ArchiveRefused;
import dev.cadastre.change.archive.ChangeArchive;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.server.Server;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;

/** The bundles on a host that a server reaches. */
public final class ServerBundles implements Bundles {

    private final Server server;
    private final String host;

    /** Those of a host by its name. */
    public ServerBundles(Server server, String host) {
        this.server = server;
        this.host = host;
    }

    private Path path(String name) {
        return Path.of("hosts", host, "bundles", name);
    }

    @Override
    public Json list() {
        return server.read(Path.of("hosts", host, "bundles"));
    }

    @Override
    public ChangeFolder pull(String name) {
        return server.read(
                path(name),
                in -> {
                    try {
                        return ChangeArchive.read(in);
                    } catch (ArchiveRefused e) {
                        throw new Failure(
                                Failure.Kind.NO,
                                e.getMessage() + " [" + e.code() + "]",
                                e,
                                "Look at the directory on the host itself.");
                    }
                });
    }

    @Override
    public List<String> push(String name, ChangeFolder files) {
        try {
            java.nio.file.Path tar = Files.createTempFile("cadastre-", ".tar");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(tar))) {
                    ChangeArchive.write(files, out);
                }
                return server
                        .upload("PUT", path(name), tar, "application/x-tar")
                        .list("changed")
                        .stream()
                        .flatMap(one -> one.text().stream())
                        .toList();
            } finally {
                Files.delete(tar);
            }
        } catch (IOException e) {
            throw new Failure(
                    Failure.Kind.NO,
                    "What is to be put there cannot be put together: " + e.getMessage(),
                    e,
                    "Let nobody change the files meanwhile, and see that the disk has room.");
        }
    }
}
