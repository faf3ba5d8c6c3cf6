package dev.cadastre.server.parcels.app;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * The next revision of an app, of which nothing is done yet.
 *
 * @param revision without tasks if there is nothing to do
 * @param differences how its values differ from those that are there
 * @param remarks what somebody should know before it is done
 */
@NamedInterface("app")
public record Proposal(
        AppRevision revision, List<AppDifference> differences, List<AppRemark> remarks) {

    /** Copies what it has several of. */
    public Proposal {
        differences = List.copyOf(differences);
        remarks = List.copyOf(remarks);
    }
}
