package dev.cadastre.api;

import java.util.List;

/** A host that an advisory is about, with the packages that make it so. */
public record AdvisoryHost(
        String host, String environment, List<Advisory.VulnerablePackage> packages) {

    /** Copies the list. */
    public AdvisoryHost {
        packages = List.copyOf(packages);
    }
}
