package dev.cadastre.server.inventory.support;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * A host with what it has of a line of releases.
 *
 * @param items the same one by one, with ways up; empty unless support of the line ended or ends
 *     soon
 */
@NamedInterface("support")
public record LineHost(
        String host, String environment, List<String> versions, List<SupportItem> items) {

    /** Copies the lists. */
    public LineHost {
        versions = List.copyOf(versions);
        items = List.copyOf(items);
    }
}
