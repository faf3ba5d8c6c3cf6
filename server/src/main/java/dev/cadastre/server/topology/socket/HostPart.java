package dev.cadastre.server.topology.socket;

import dev.cadastre.server.topology.AssetName;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The part of the map that one host's sockets make.
 *
 * @param assets what is on the host, and is seen there
 * @param links relations of what is on the host; and those of others with it that they themselves
 *     do not tell, which start from a host or from somebody unknown
 */
public record HostPart(SortedMap<AssetName, AssetFound> assets, SortedMap<Link, LinkFound> links) {

    /** Copies both. */
    public HostPart {
        assets = new TreeMap<>(assets);
        links = new TreeMap<>(links);
    }

    /** Whether a host's own sockets are what a relation is known by, or those of its target. */
    public static boolean toldByTarget(AssetName source) {
        return source.kind().equals(AssetName.HOST) || source.kind().equals(AssetName.EXTERNAL);
    }
}
