package dev.cadastre.server.web.api;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.map.Team;
import dev.cadastre.api.map.TeamDefinition;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.topology.telling.MapRefused;
import dev.cadastre.server.topology.telling.Teams;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Teams, whom one calls. */
@RestController
@RequestMapping(ApiPath.BASE + "/teams")
class TeamsController {

    private final Teams teams;
    private final Permitted permitted;

    TeamsController(Teams teams, Permitted permitted) {
        this.teams = teams;
        this.permitted = permitted;
    }

    /** All teams by name, those of the estate and others. */
    @GetMapping
    ListPage<Team> list() {
        permitted.read(Part.TOPOLOGY);
        return Pages.whole(teams.all(), TeamRecords::team);
    }

    /** One team. */
    @GetMapping("/{name}")
    Team one(@PathVariable String name) {
        permitted.read(Part.TOPOLOGY);
        return teams.named(name)
                .map(TeamRecords::team)
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemKind.MAP_UNKNOWN,
                                "There is no team " + name + ".",
                                "See /api/v1/teams for those there are."));
    }

    /** Says how a team is reached; those of the estate file only the file changes. */
    @PutMapping("/{name}")
    Team put(@PathVariable String name, @RequestBody TeamDefinition definition) {
        permitted.requireEverywhere(Verb.WRITE, Part.TOPOLOGY);
        try {
            teams.put(name, definition.title(), TeamRecords.contacts(definition));
        } catch (MapRefused refused) {
            throw TeamRecords.refused(refused);
        }
        return one(name);
    }

    /** Removes a team that answers for nothing. */
    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String name) {
        permitted.requireEverywhere(Verb.WRITE, Part.TOPOLOGY);
        teams.remove(name);
    }
}
