package dev.cadastre.server.topology.telling;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.modulith.NamedInterface;

/**
 * Tells what is wrong with how a team is to be reached; implemented by the part that tells them.
 */
@NamedInterface("telling")
@FunctionalInterface
public interface TeamContactCheck {

    /**
     * All that is wrong, each in the place of the contact that it is about.
     *
     * @param contacts how the team is to be reached, as the estate file would say it
     * @param teams the names of all teams, this one among them
     */
    List<MapProblem> problems(String team, Map<String, String> contacts, Set<String> teams);
}
