package dev.cadastre.server.parcels.app;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * The next revision of an app, of which nothing is done yet.
 *
 * @param revision without tasks if there is nothing to do
 * @param differences how its values differ from those that are there
 */
@NamedInterface("app")
public record Proposal(AppRevision revision, List<AppDifference> differences) {

    /** Copies the differences. */
    public Proposal {
        differences = List.copyOf(differences);
    }
}
