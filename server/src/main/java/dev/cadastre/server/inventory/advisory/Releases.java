package dev.cadastre.server.inventory.advisory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** The living hosts by release of their system. Not thread-safe. */
final class Releases {

    /** Hosts with one release, {@code numbers} being 12.5 or 22.04.3. */
    record Hosts(String osId, String numbers, RoaringBitmap ordinals) {}

    private final List<Hosts> all;
    private final Map<String, RoaringBitmap> found = new HashMap<>();

    Releases(List<Hosts> all) {
        this.all = List.copyOf(all);
    }

    /** The hosts of a system's release: 12 is 12.5 too. Null, if that does not matter. */
    @Nullable RoaringBitmap of(@Nullable String osId, @Nullable String release) {
        return osId == null || release == null
                ? null
                : found.computeIfAbsent(osId + " " + release, key -> find(osId, release));
    }

    private RoaringBitmap find(String osId, String release) {
        RoaringBitmap hosts = new RoaringBitmap();
        all.stream()
                .filter(each -> each.osId().equals(osId))
                .filter(each ->
                        each.numbers().equals(release) || each.numbers().startsWith(release + "."))
                .forEach(each -> hosts.or(each.ordinals()));
        return hosts;
    }
}
