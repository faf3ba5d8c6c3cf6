package dev.cadastre.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/** Plug-ins made of a few lines of shell. */
final class Scripts {
    /** Long enough for a busy machine; nothing that should end reaches it. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;

    Scripts(Path folder) {
        this.folder = folder;
    }

    PluginCommand script(String lines) {
        return PluginCommand.of(file("plugin.sh", "#!/bin/sh\n" + lines + "\n", "rwxr-xr-x"))
                .within(PATIENCE);
    }

    Path file(String name, String content, String permissions) {
        try {
            Path file = Files.writeString(folder.resolve(name), content);
            return Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(permissions));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
