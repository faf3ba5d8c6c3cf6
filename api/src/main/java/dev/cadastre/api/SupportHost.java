package dev.cadastre.api;

import java.util.List;

/** A host with the versions that it has of a line of releases. */
public record SupportHost(String host, String environment, List<String> versions) {

    /** Copies the list. */
    public SupportHost {
        versions = List.copyOf(versions);
    }
}
