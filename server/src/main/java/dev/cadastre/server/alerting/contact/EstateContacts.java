package dev.cadastre.server.alerting.contact;

import dev.cadastre.server.estate.Team;
import dev.cadastre.server.estate.TeamCheck;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is wrong with how the estate file says that teams are reached. */
@Component
class EstateContacts implements TeamCheck {

    @Override
    public List<Fault> faults(Collection<Team> teams) {
        Set<String> names = teams.stream().map(Team::name).collect(Collectors.toSet());
        List<Fault> faults = new ArrayList<>();
        for (Team team : teams) {
            ContactReader.read(team.name(), team.contacts(), names)
                    .problems()
                    .forEach(problem ->
                            faults.add(
                                    new Fault(
                                            team,
                                            problem.key(),
                                            problem.message(),
                                            problem.remedy())));
        }
        return faults;
    }
}
