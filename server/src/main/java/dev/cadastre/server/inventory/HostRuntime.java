package dev.cadastre.server.inventory;

import dev.cadastre.probe.InstalledRuntime;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something on a host that runs other programs.
 *
 * @param kind {@code java}
 * @param version null where nothing tells it
 * @param path the executable or home folder
 * @param usedBy the processes that ran on it at the last report
 * @param since the first report with this version
 */
public record HostRuntime(
        String kind,
        @Nullable String version,
        String path,
        List<InstalledRuntime.Use> usedBy,
        Instant since) {
    public HostRuntime {
        usedBy = List.copyOf(usedBy);
    }
}
