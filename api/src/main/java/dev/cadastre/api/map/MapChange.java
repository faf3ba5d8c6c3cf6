package dev.cadastre.api.map;

import java.util.List;

/**
 * How the map of one moment differs from that of an earlier one.
 *
 * @param assetsAdded ids
 * @param assetsRemoved ids
 * @param relationsAdded that were not there before, or not seen then
 * @param relationsRemoved that are not there, or not seen, any longer
 */
public record MapChange(
        List<String> assetsAdded,
        List<String> assetsRemoved,
        List<Edge> relationsAdded,
        List<Edge> relationsRemoved) {

    /** An edge without its evidence. */
    public record Edge(String source, RelationType type, String target) {}
}
