package dev.cadastre.server.topology.keeping;

import dev.cadastre.server.topology.AssetName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be changed on the map, as data.
 *
 * @param relations the states that relations shall have from now on
 * @param seen how reports show assets from now on, by their numbers
 * @param events what is to be told of it
 */
public record MapChanges(
        Map<RelationKey, RelationState> relations,
        Map<Integer, Seen> seen,
        List<HostChange> events) {

    /** None so far; they are added to its parts. */
    public MapChanges() {
        this(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
    }

    /**
     * What changed for a host.
     *
     * @param environment where it is
     * @param begun what it speaks with now, {@code gunicorn to service:5432-tcp@db1}
     * @param ended what it does not speak with any longer
     */
    public record HostChange(
            AssetName host, String environment, List<String> begun, List<String> ended) {}
}
