package dev.cadastre.server.web.api.telling;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.telling.TeamChannels;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.alerting.delivering.ChannelBook;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Pages;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How teams are told. */
@RestController
@RequestMapping(ApiPath.BASE + "/channels")
class ChannelsController {

    private final ChannelBook channels;
    private final Permitted permitted;

    ChannelsController(ChannelBook channels, Permitted permitted) {
        this.channels = channels;
        this.permitted = permitted;
    }

    /** All teams by name, how each is told, and what came of it last. */
    @GetMapping
    ListPage<TeamChannels> list() {
        permitted.read(Part.ALERTING);
        return Pages.whole(channels.all(), TellingRecords::team);
    }

    /** How one team is told. */
    @GetMapping("/{team}")
    TeamChannels one(@PathVariable String team) {
        permitted.read(Part.ALERTING);
        return channels.find(team).map(TellingRecords::team).orElseThrow(() -> unknown(team));
    }

    /**
     * Sends a test to all addresses of a team, and answers with what came of each. An address that
     * said that nothing is ever to be sent there again is used again once it takes a test.
     */
    @PostMapping("/{team}/test")
    TeamChannels test(@PathVariable String team) throws InterruptedException {
        permitted.requireEverywhere(Verb.RUN, Part.ALERTING);
        return channels.test(team).map(TellingRecords::team).orElseThrow(() -> unknown(team));
    }

    private static ProblemException unknown(String team) {
        return new ProblemException(
                ProblemKind.TEAM_UNKNOWN,
                "There is no team " + team + ".",
                "See /api/v1/channels for those there are.");
    }
}
