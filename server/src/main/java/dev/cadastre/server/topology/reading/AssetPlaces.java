package dev.cadastre.server.topology.reading;

import dev.cadastre.server.topology.keeping.AssetBook;
import dev.cadastre.server.topology.keeping.AssetEntry;
import dev.cadastre.server.topology.keeping.MapTurn;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/**
 * Tells where assets are, from memory. Asks for no permission, for it serves other parts of the
 * server. Thread-safe.
 */
@NamedInterface("reading")
@Service
public class AssetPlaces {

    private final AssetBook book;
    private final MapTurn turn;

    AssetPlaces(AssetBook book, MapTurn turn) {
        this.book = book;
        this.turn = turn;
    }

    /** Whether the map is in memory; before that, nothing is found that may be there. */
    public boolean isReady() {
        return turn.isOpen();
    }

    /**
     * Where an asset is.
     *
     * @param host the ordinal of the host that it is, or is on; 0 if there is none
     * @param environment where it is; null where it lies in none
     */
    @NamedInterface("reading")
    public record Place(int host, @Nullable String environment) {}

    /** Those of these names that are on the map, by name. */
    public Map<String, Place> of(Collection<String> names) {
        Map<String, Place> places = new HashMap<>();
        for (String name : names) {
            book.find(name).ifPresent(asset -> places.put(name, place(asset)));
        }
        return places;
    }

    private static Place place(AssetEntry asset) {
        return new Place(asset.host(), asset.environment());
    }
}
