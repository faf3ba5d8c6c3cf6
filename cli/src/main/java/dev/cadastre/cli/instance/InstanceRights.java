package dev.cadastre.cli.instance;

import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.text.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether whoever runs this may make an instance. */
final class InstanceRights {

    private static final String REMEDY =
            "Run it on a machine of yours or in a container that may mount (docker run --privileged).";

    private InstanceRights() {}

    /**
     * Sees to it that this is root, since packages and accounts are root's.
     *
     * @throws Failure if it is not
     */
    static void require() {
        if (!isRoot()) {
            throw new Failure(
                    Failure.Kind.NO,
                    "An app is tried by root: it gets packages and accounts, in a root folder of its own",
                    "Run the same with sudo. Nothing of it stays on this machine.");
        }
    }

    /** By whom new files belong to, which holds for any name of the account. */
    private static boolean isRoot() {
        try {
            Path self = Path.of("/proc/self");
            return Files.exists(self)
                    && Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** The kernel, or what contains this machine, does not let root do it. */
    static Failure unable(String said) {
        String reason = said.isEmpty() ? "nothing was said" : Printable.escape(said);
        return new Failure(
                Failure.Kind.NO, "No root folder for it can be made here: " + reason, REMEDY);
    }
}
