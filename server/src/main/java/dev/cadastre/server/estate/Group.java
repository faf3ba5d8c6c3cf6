package dev.cadastre.server.estate;

import dev.cadastre.ini.Origin;
import java.util.List;

/**
 * A group of hosts.
 *
 * @param name its name, unique among groups
 * @param hosts the names of its hosts, in the order of the file
 * @param origin where it is defined
 */
public record Group(String name, List<String> hosts, Origin origin) {
    /** Keeps a copy of the names. */
    public Group {
        hosts = List.copyOf(hosts);
    }
}
