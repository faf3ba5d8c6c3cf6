package dev.cadastre.server.alerting.contact;

import dev.cadastre.server.topology.telling.MapProblem;
import dev.cadastre.server.topology.telling.TeamContactCheck;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What is wrong with how people and tools say that teams are reached. */
@Component
class ToldContacts implements TeamContactCheck {

    @Override
    public List<MapProblem> problems(String team, Map<String, String> contacts, Set<String> teams) {
        return ContactReader.read(team, contacts, teams).problems().stream()
                .map(one ->
                        new MapProblem(
                                "team.contact-wrong",
                                one.key(),
                                one.message() + ".",
                                sentence(one.remedy())))
                .toList();
    }

    private static String sentence(String remedy) {
        String first = remedy.substring(0, 1).toUpperCase(Locale.ROOT) + remedy.substring(1);
        return first.endsWith("?") ? first : first + ".";
    }
}
