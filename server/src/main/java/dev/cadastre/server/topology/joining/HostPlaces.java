package dev.cadastre.server.topology.joining;

import dev.cadastre.server.inventory.HostNetwork;
import dev.cadastre.server.topology.AssetName;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the living hosts are, by number and name. Not thread-safe. */
final class HostPlaces {

    private static final Place NOWHERE = new Place(0, null);

    private final Map<String, Place> byName = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();

    /**
     * Where something is.
     *
     * @param host the ordinal of the host that it is, or is on; 0 if there is none
     * @param environment null if it is nowhere
     */
    record Place(int host, @Nullable String environment) {}

    void put(HostNetwork host) {
        forget(host.host());
        names.put(host.host(), host.name());
        byName.put(host.name(), new Place(host.host(), host.environment()));
    }

    void forget(int host) {
        String name = names.remove(host);
        Place place = name == null ? null : byName.get(name);
        if (place != null && place.host() == host) {
            byName.remove(name);
        }
    }

    Place of(AssetName name) {
        return switch (name.kind()) {
            case AssetName.HOST -> byName.getOrDefault(name.name(), NOWHERE);
            case AssetName.SERVICE, AssetName.DAEMON ->
                    byName.getOrDefault(name.place().orElse(""), NOWHERE);
            case AssetName.APP -> new Place(0, name.place().orElse(null));
            default -> NOWHERE;
        };
    }
}
