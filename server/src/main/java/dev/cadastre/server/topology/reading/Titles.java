package dev.cadastre.server.topology.reading;

import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.keeping.AssetEntry;
import dev.cadastre.server.topology.keeping.Seen;
import org.jspecify.annotations.Nullable;

/** What people call assets that nobody gave a title. */
public final class Titles {

    private Titles() {}

    /** What people call it: what they said, if they did, else what its name tells. */
    public static String of(AssetEntry asset, @Nullable String told) {
        if (told != null) {
            return told;
        }
        AssetName name = asset.name();
        String place = name.place().map(host -> " on " + host).orElse("");
        Seen seen = asset.seen();
        String product = seen == null ? null : seen.title();
        return switch (name.kind()) {
            case AssetName.SERVICE ->
                    (product == null ? name.bare() : product + " " + name.bare()) + place;
            case AssetName.DAEMON ->
                    name.bare().equals("unknown")
                            ? "an unknown program" + place
                            : (product == null ? name.bare() : product) + place;
            case AssetName.EXTERNAL -> place.isEmpty() ? name.name() : crowd(name);
            case AssetName.APP -> name.bare();
            default -> name.name();
        };
    }

    private static String crowd(AssetName name) {
        String host = name.place().orElse("");
        return name.bare().equals("clients")
                ? "many who come to " + host
                : "many that " + host + " goes to";
    }
}
