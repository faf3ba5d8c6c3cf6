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
 * @param usedBy what runs on it
 * @param since when it was first reported so
 */
public record InstalledRuntime(
        String kind, @Nullable String version, String path, List<String> usedBy, Instant since) {

    /** Copies the list. */
    public InstalledRuntime {
        usedBy = List.copyOf(usedBy);
    }
}
