package dev.cadastre.server.topology.keeping;

import dev.cadastre.server.topology.AssetName;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is kept in memory of an asset.
 *
 * @param number its place in the graph
 * @param name what it is called
 * @param environment where it is; null if nowhere
 * @param host the ordinal of the host that it is, or is on; 0 if there is none
 * @param firstSeen when it was first known
 * @param seen how reports show it; null if they never did
 */
public record AssetEntry(
        int number,
        AssetName name,
        @Nullable String environment,
        int host,
        Instant firstSeen,
        @Nullable Seen seen) {

    AssetEntry seen(Seen now) {
        return new AssetEntry(number, name, environment, host, firstSeen, now);
    }

    /** What it was recognised as. */
    public Optional<String> product() {
        return seen == null ? Optional.empty() : Optional.ofNullable(seen.product());
    }

    /** Whether it is of that kind, such as {@link AssetName#HOST}. */
    public boolean is(String kind) {
        return name.kind().equals(kind);
    }
}
