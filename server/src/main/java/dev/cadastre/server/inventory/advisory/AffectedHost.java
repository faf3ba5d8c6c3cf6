package dev.cadastre.server.inventory.advisory;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/** A host that an advisory is about, with the packages that make it so. */
@NamedInterface("advisory")
public record AffectedHost(String host, String environment, List<VulnerablePackage> packages) {

    /** Copies the list. */
    public AffectedHost {
        packages = List.copyOf(packages);
    }
}
