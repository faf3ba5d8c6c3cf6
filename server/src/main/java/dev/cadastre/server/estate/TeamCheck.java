package dev.cadastre.server.estate;

import java.util.Collection;
import java.util.List;

/** Tells what is wrong with how teams are reached; implemented by the part that tells them. */
@FunctionalInterface
public interface TeamCheck {

    /** Takes everything, where there is nobody to ask or it was checked before. */
    TeamCheck NONE = teams -> List.of();

    /** All that is wrong with these teams, which are all that there are. */
    List<Fault> faults(Collection<Team> teams);

    /**
     * Something wrong with how a team is reached.
     *
     * @param team the team
     * @param key the key it is about; one that it does not have stands for the whole of it
     * @param message what is wrong
     * @param remedy what to write instead
     */
    record Fault(Team team, String key, String message, String remedy) {}
}
