package dev.cadastre.server.topology.telling;

import dev.cadastre.server.topology.AssetName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A deployment that was told of.
 *
 * @param id grows with each
 * @param at when it was told
 * @param app the application's name
 * @param environment where
 * @param version what runs there since; null if it has none
 * @param hosts names of hosts
 * @param by who did it
 * @param tool what it was done with; null if that was not said
 * @param run which run of the tool; null likewise
 * @param link where to read more; null for nowhere
 * @param parameters what it was done with
 * @param dependencies names of assets that it needs
 * @param programs names of its programs
 * @param toldBy who told it
 */
@NamedInterface("telling")
public record Deployment(
        long id,
        Instant at,
        String app,
        String environment,
        @Nullable String version,
        List<String> hosts,
        String by,
        @Nullable String tool,
        @Nullable String run,
        @Nullable String link,
        Map<String, String> parameters,
        List<String> dependencies,
        List<String> programs,
        String toldBy) {

    /** The application on the map. */
    public AssetName asset() {
        return new AssetName(AssetName.APP, app + "@" + environment);
    }
}
