package dev.cadastre.server.inventory.support;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/** A host with the versions that it has of a line of releases. */
@NamedInterface("support")
public record LineHost(String host, String environment, List<String> versions) {

    /** Copies the list. */
    public LineHost {
        versions = List.copyOf(versions);
    }
}
