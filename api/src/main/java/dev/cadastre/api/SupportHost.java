package dev.cadastre.api;

import java.util.List;

/**
 * A host with what it has of a line of releases.
 *
 * @param versions which versions of it
 * @param items the same one by one, with the ways up that this host has; empty unless support of
 *     the line ended or ends soon
 */
public record SupportHost(
        String host, String environment, List<String> versions, List<SupportItem> items) {

    /** Copies the lists. */
    public SupportHost {
        versions = List.copyOf(versions);
        items = List.copyOf(items);
    }
}
