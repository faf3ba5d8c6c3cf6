package dev.cadastre.server.web.api.exchange;

import dev.cadastre.server.inventory.Host;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A host as a line of CSV, the same wherever hosts are to be had as CSV. */
public final class HostCsv {

    /** The names of the columns. */
    public static final List<String> HEADS =
            List.of(
                    "name",
                    "environment",
                    "groups",
                    "address",
                    "os",
                    "kernel",
                    "packages",
                    "outcome",
                    "observedAt");

    private HostCsv() {}

    /** The host's cells, one for each column; null where nothing is known. */
    public static @Nullable String[] cells(Host host) {
        return new @Nullable String[] {
            host.name(),
            host.environment(),
            String.join(" ", host.groups()),
            host.address(),
            host.os(),
            host.kernel(),
            Integer.toString(host.packages()),
            host.outcome().kind().name(),
            host.observedAt() == null ? null : host.observedAt().toString()
        };
    }
}
