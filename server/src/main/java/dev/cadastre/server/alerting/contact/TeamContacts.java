package dev.cadastre.server.alerting.contact;

import dev.cadastre.server.estate.Environment;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.topology.telling.MapTeam;
import dev.cadastre.server.topology.telling.Teams;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * How all teams are told, as things are now: those of the estate, and others that people or tools
 * told of, of whose contacts only what is right is used. Thread-safe.
 */
@NamedInterface("contact")
@Component
public class TeamContacts {

    private final Estate estate;
    private final Teams teams;

    TeamContacts(Estate estate, Teams teams) {
        this.estate = estate;
        this.teams = teams;
    }

    /**
     * How a team is told.
     *
     * @param problems what was told of it and cannot be used, as sentences
     */
    public record Known(Contacts contacts, List<String> problems) {

        /** Copies the problems. */
        public Known {
            problems = List.copyOf(problems);
        }
    }

    /** All teams, by name. */
    public NavigableMap<String, Known> all() {
        Map<String, Map<String, String>> said =
                teams.all().stream().collect(Collectors.toMap(MapTeam::name, MapTeam::contacts));
        NavigableMap<String, Known> all = new TreeMap<>();
        said.forEach((team, values) -> {
            ContactReading reading = ContactReader.read(team, values, said.keySet());
            all.put(
                    team,
                    new Known(
                            reading.contacts(),
                            reading.problems().stream()
                                    .map(problem -> problem.message() + ": " + problem.remedy())
                                    .toList()));
        });
        return all;
    }

    /** The team that the estate names for an environment, if it names one. */
    public Optional<String> ownerOf(String environment) {
        return Optional.ofNullable(estate.model().environments().get(environment))
                .map(Environment::owner);
    }
}
