package dev.cadastre.server.inventory.advisory;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * An advisory with what of it concerns hosts within reach.
 *
 * @param hosts how many hosts are affected
 */
@NamedInterface("advisory")
public record AdvisoryFinding(Advisory advisory, int hosts, List<VulnerablePackage> packages) {

    /** Copies the list. */
    public AdvisoryFinding {
        packages = List.copyOf(packages);
    }
}
