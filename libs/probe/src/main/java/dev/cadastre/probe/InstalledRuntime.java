package dev.cadastre.probe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that runs other programs, as far as it can be known without starting it.
 *
 * @param kind {@code python}, {@code java}, {@code node}, {@code ruby}, {@code php}, {@code perl},
 *     {@code postgres}, …
 * @param version null where nothing on disk tells it
 * @param path the executable or the home folder, links resolved
 * @param usedBy the processes that run on it now
 */
public record InstalledRuntime(
        String kind, @Nullable String version, String path, List<Use> usedBy) {

    public InstalledRuntime {
        usedBy = List.copyOf(usedBy);
    }

    /**
     * Processes of one name, daemon and user that run on a runtime.
     *
     * @param process the kernel's name of the process
     * @param daemon the systemd unit that it belongs to, without {@code .service}; null if none
     * @param uid the user that it runs as
     * @param count how many there are
     */
    public record Use(String process, @Nullable String daemon, long uid, int count) {}
}
