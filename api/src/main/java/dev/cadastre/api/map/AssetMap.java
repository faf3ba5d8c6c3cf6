package dev.cadastre.api.map;

import java.time.Instant;
import java.util.List;

/**
 * The map, or a part of it: a document of its own, described in docs/formats/map.md.
 *
 * @param format {@code cadastre-map/1}
 * @param at the moment that it shows
 * @param assets by id
 * @param relations by source, type and target; both ends of each are among the assets
 * @param omitted how many assets were left out, there being more than asked for
 */
public record AssetMap(
        String format, Instant at, List<Asset> assets, List<Relation> relations, long omitted) {

    /** The format's name, with its version. */
    public static final String FORMAT = "cadastre-map/1";

    /** Copies both. */
    public AssetMap {
        assets = List.copyOf(assets);
        relations = List.copyOf(relations);
    }
}
