package dev.cadastre.server.topology.reading;

import java.time.Instant;
import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * The map, or a part of it.
 *
 * @param at the moment that it shows
 * @param assets by name
 * @param relations between them, by source, type and target
 * @param omitted how many assets were left out, there being more than asked for
 */
@NamedInterface("reading")
public record PartOfMap(
        Instant at, List<MapAsset> assets, List<MapRelation> relations, long omitted) {

    /** Copies both. */
    public PartOfMap {
        assets = List.copyOf(assets);
        relations = List.copyOf(relations);
    }
}
