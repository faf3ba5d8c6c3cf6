package dev.cadastre.server.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps a server out of a home that belongs to somebody else, also where it may write: what it left
 * there would keep the owner out.
 */
final class HomeOwner {

    private HomeOwner() {}

    /**
     * Makes sure that a home, if it is there, belongs to whom this program runs as.
     *
     * @throws StartFailure naming both
     */
    static void require(Path home) {
        try {
            if (Files.isDirectory(home)) {
                require(home, uid(home), uid(Path.of("/proc/self")));
            }
        } catch (IOException e) {
            throw new StartFailure(
                    "The home %s cannot be looked at: %s".formatted(home, e.getMessage()),
                    "Make it readable for the user that runs the server.",
                    e);
        }
    }

    private static Object uid(Path path) throws IOException {
        return Files.getAttribute(path, "unix:uid");
    }

    static void require(Path home, Object owner, Object self) throws IOException {
        if (!owner.equals(self)) {
            throw new StartFailure(
                    "The home %s belongs to %s, and this program runs as %s"
                            .formatted(
                                    home,
                                    Files.getOwner(home).getName(),
                                    System.getProperty("user.name")),
                    "Run it as that user, hand the folder and all in it over (chown -R), or"
                            + " choose another folder with --home.");
        }
    }
}
