package dev.cadastre.server.topology.keeping;

import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.socket.AssetFound;
import dev.cadastre.server.topology.socket.HostPart;
import dev.cadastre.server.topology.socket.Link;
import dev.cadastre.server.topology.socket.LinkFound;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Assets that are really others: people merged them, or said that an address is theirs.
 * Thread-safe.
 */
@Component
public class Aliases {

    private volatile Map<AssetName, AssetName> names = Map.of();

    /** Makes these all that there are, from the asset that is another to that one. */
    void replaceAll(Map<AssetName, AssetName> all) {
        names = Map.copyOf(all);
    }

    /** What an asset really is; itself if it is nothing else. */
    public AssetName real(AssetName name) {
        AssetName real = name;
        // Circles are not made, but must not hang anybody either.
        for (int steps = 0; steps < 8 && names.containsKey(real); steps++) {
            real = names.getOrDefault(real, real);
        }
        return real;
    }

    /** The same with every asset as what it really is, and no relation of one with itself. */
    public HostPart applied(HostPart part) {
        if (names.isEmpty()) {
            return part;
        }
        SortedMap<AssetName, AssetFound> assets = new TreeMap<>();
        part.assets().forEach((name, found) -> assets.put(real(name), found));
        SortedMap<Link, LinkFound> links = new TreeMap<>();
        part.links()
                .forEach((link, found) -> {
                    Link real = new Link(real(link.source()), link.type(), real(link.target()));
                    if (!real.source().equals(real.target())) {
                        links.put(real, found);
                    }
                });
        return new HostPart(assets, links);
    }
}
