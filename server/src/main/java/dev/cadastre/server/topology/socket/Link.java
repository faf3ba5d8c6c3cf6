package dev.cadastre.server.topology.socket;

import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.RelationType;

/** A relation by the names of its ends. */
public record Link(AssetName source, RelationType type, AssetName target)
        implements Comparable<Link> {

    @Override
    public int compareTo(Link other) {
        int bySource = source.compareTo(other.source);
        int byType = bySource != 0 ? bySource : type.compareTo(other.type);
        return byType != 0 ? byType : target.compareTo(other.target);
    }
}
