package dev.cadastre.server.web.page.run;

import dev.cadastre.api.run.RunDemand;
import dev.cadastre.api.run.RunWish;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.change.running.RunAsks;
import dev.cadastre.server.change.running.Runs;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.run.RunDemands;
import dev.cadastre.server.web.page.View;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What one asks of a run from its page, by the same rules as by the API. */
@Controller
@RequestMapping("/runs/{id}")
class RunActions {

    private final Runs runs;
    private final RunAsks asks;
    private final Permitted permitted;

    RunActions(Runs runs, RunAsks asks, Permitted permitted) {
        this.runs = runs;
        this.asks = asks;
        this.permitted = permitted;
    }

    @PostMapping("/requests")
    ModelAndView request(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String request,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String job,
            @RequestParam(defaultValue = "") String place,
            @RequestParam @Nullable Boolean done) {
        permitted.reach(Verb.RUN, Part.CHANGE);
        boolean isHere = place.equals(RunPlaces.HERE);
        runs.request(
                id,
                RunDemands.request(
                        new RunDemand(
                                wish(request),
                                from,
                                job,
                                place.isEmpty() || isHere ? List.of() : List.of(place),
                                isHere ? Boolean.TRUE : null,
                                done)),
                reach());
        return View.redirect(RunWording.toRun(id));
    }

    private static RunWish wish(String request) {
        return Stream.of(RunWish.values())
                .filter(wish -> wish.name().equals(request))
                .findFirst()
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemKind.PARAMETERS_BAD,
                                "“%s” is nothing that can be asked of a run.".formatted(request),
                                "Use the buttons on the page of the run."));
    }

    /** Gives a secret that is asked for, or says that nobody has it. */
    @PostMapping("/secrets")
    ModelAndView secret(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "true") boolean known) {
        permitted.reach(Verb.RUN, Part.CHANGE);
        asks.give(id, name, known ? value : null, reach());
        return View.redirect(RunWording.toRun(id));
    }

    /** Agrees to a step that waits for it, or to all that follow, too. */
    @PostMapping("/steps")
    ModelAndView step(
            @PathVariable long id,
            @RequestParam long ask,
            @RequestParam(defaultValue = "false") boolean all) {
        permitted.reach(Verb.RUN, Part.CHANGE);
        asks.agree(id, ask, all, reach());
        return View.redirect(RunWording.toRun(id));
    }

    private Reach reach() {
        return permitted.read(Part.CHANGE);
    }
}
