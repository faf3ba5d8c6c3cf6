package dev.cadastre.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something on a host that runs other programs.
 *
 * @param kind {@code python}, {@code java}, {@code node} …
 * @param version null where nothing on disk tells it
 * @param path the executable or the home folder
 * @param usedBy the processes that ran on it at the last report
 * @param since when it was first reported so
 */
public record InstalledRuntime(
        String kind, @Nullable String version, String path, List<Use> usedBy, Instant since) {

    /** Copies the list. */
    public InstalledRuntime {
        usedBy = List.copyOf(usedBy);
    }

    /**
     * Processes of one name, daemon and user.
     *
     * @param process the kernel's name of the process
     * @param daemon the unit it belongs to; null if none
     * @param uid the user it runs as
     * @param count how many there are
     */
    public record Use(String process, @Nullable String daemon, long uid, int count) {}
}
