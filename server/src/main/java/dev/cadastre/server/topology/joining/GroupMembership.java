package dev.cadastre.server.topology.joining;

import dev.cadastre.server.inventory.HostNetwork;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.RelationType;
import dev.cadastre.server.topology.Sight;
import dev.cadastre.server.topology.socket.HostPart;
import dev.cadastre.server.topology.socket.Link;
import dev.cadastre.server.topology.socket.LinkFound;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds the groups that the estate puts a host in, which go on without any one of their hosts. */
final class GroupMembership {

    private GroupMembership() {}

    static HostPart with(HostNetwork host, HostPart part) {
        if (host.groups().isEmpty()) {
            return part;
        }
        SortedMap<Link, LinkFound> links = new TreeMap<>(part.links());
        AssetName own = new AssetName(AssetName.HOST, host.name());
        for (String group : host.groups()) {
            links.put(
                    new Link(own, RelationType.MEMBER_OF, new AssetName(AssetName.GROUP, group)),
                    new LinkFound(Sight.DECLARED, true, null, false, null));
        }
        return new HostPart(part.assets(), links);
    }
}
