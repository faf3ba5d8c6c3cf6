package dev.cadastre.server.web.page.run;

import dev.cadastre.change.plan.Place;
import dev.cadastre.change.plan.PlannedJob;
import dev.cadastre.change.run.Cell;
import dev.cadastre.change.run.Ending;
import dev.cadastre.change.run.JobLine;
import dev.cadastre.change.run.Lane;
import dev.cadastre.change.run.RunRequest;
import dev.cadastre.change.run.Step;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.change.running.Plans;
import dev.cadastre.server.change.running.RunChoice;
import dev.cadastre.server.change.running.RunLookup;
import dev.cadastre.server.change.running.RunStory;
import dev.cadastre.server.change.running.Runs;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.page.Frames;
import dev.cadastre.server.web.page.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a run did at a place, in a step, or both. */
@Controller
class RunAtPages {

    private final Runs runs;
    private final RunLookup lookup;
    private final Plans plans;
    private final Permitted permitted;
    private final Frames frames;

    RunAtPages(Runs runs, RunLookup lookup, Plans plans, Permitted permitted, Frames frames) {
        this.runs = runs;
        this.lookup = lookup;
        this.plans = plans;
        this.permitted = permitted;
        this.frames = frames;
    }

    @GetMapping("/runs/{id}/at")
    ModelAndView at(
            HttpServletRequest request,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String job,
            @RequestParam(defaultValue = "") String place) {
        Reach reach = permitted.read(Part.CHANGE);
        RunStory story = lookup.story(id, reach).orElseThrow(() -> RunLookup.unknown(id));
        if (place.isEmpty()) {
            return view(request, "run/step", id, job, step(story, job(story, job)));
        }
        Lane lane = lane(story, RunPlaces.of(place));
        String name = RunPlaces.name(lane.place());
        return job.isEmpty()
                ? view(
                        request,
                        "run/place",
                        id,
                        name,
                        PlacePage.of(story.run(), lane, story.view().head().jobs()))
                : view(
                        request,
                        "run/cell",
                        id,
                        "%s on %s".formatted(job, name),
                        cell(story, job(story, job), lane, reach));
    }

    private ModelAndView view(
            HttpServletRequest request, String template, long id, String title, Object page) {
        return View.of(
                template,
                "frame",
                frames.of(
                        request,
                        "%s, run %d".formatted(title, id),
                        "runs",
                        ApiPath.BASE + "/runs/" + id),
                "wording",
                frames.wording(),
                "page",
                page);
    }

    private StepPage step(RunStory story, JobLine job) {
        List<RunRequest> asked =
                List.of(
                        new RunRequest.Skip(job.name(), Set.of()),
                        new RunRequest.Resume(job.name()));
        return StepPage.of(story.run(), job, story.lanes(), offers(story, asked));
    }

    private CellPage cell(RunStory story, JobLine job, Lane lane, Reach reach) {
        Cell cell = lane.jobs().get(job.name());
        Cell undone = lane.undone().get(job.name());
        if (cell == null || undone == null) {
            throw unknown("The run has nothing to do for %s there.".formatted(job.name()));
        }
        boolean isUndoing = CellPage.isBegun(undone);
        Step.Kind kind = isUndoing ? Step.Kind.UNDO : Step.Kind.JOB;
        boolean isRunning = new Step(kind, job.name(), lane.place()).equals(lane.running());
        Ending ending = isUndoing ? undone.ending() : cell.ending();
        String output =
                isRunning
                        ? lookup.output(
                                        story.run().id(),
                                        job.name(),
                                        lane.place(),
                                        isUndoing,
                                        reach)
                                .text()
                        : ending == null ? "" : ending.output();
        List<RunRequest> asked =
                List.of(
                        new RunRequest.Skip(job.name(), Set.of(lane.place())),
                        new RunRequest.Resume(job.name()));
        return new CellPage(
                story.run(),
                job,
                lane.place(),
                CellState.of(cell, undone),
                cell,
                undone,
                output,
                isRunning,
                ending == null ? planned(story, job, lane.place(), reach) : null,
                offers(story, asked),
                isAnswerable(story, job, lane.place()));
    }

    private boolean isAnswerable(RunStory story, JobLine job, Place place) {
        Set<Place> there = Set.of(place);
        List<RunRequest> answers =
                List.of(
                        new RunRequest.Confirm(job.name(), there),
                        new RunRequest.Settle(job.name(), there, true));
        return runs.choices(story, answers).stream().anyMatch(RunChoice::isGranted);
    }

    private @Nullable PlannedJob planned(RunStory story, JobLine job, Place place, Reach reach) {
        return plans.find(story.run().plan(), reach).stream()
                .flatMap(plan -> plan.places().stream())
                .filter(planned -> planned.place().equals(place))
                .flatMap(planned -> planned.jobs().stream())
                .filter(planned -> planned.job().equals(job.name()))
                .findFirst()
                .orElse(null);
    }

    private List<RunOffer> offers(RunStory story, List<RunRequest> asked) {
        return runs.choices(story, asked).stream()
                .map(RunOffer::of)
                .filter(RunOffer::isGranted)
                .toList();
    }

    private static JobLine job(RunStory story, String name) {
        return story.view().head().jobs().stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown("The run has no step “%s”.".formatted(name)));
    }

    private static Lane lane(RunStory story, Place place) {
        return story.lanes().stream()
                .filter(lane -> lane.place().equals(place))
                .findFirst()
                .orElseThrow(() -> unknown("The run has nothing to do at “%s”.".formatted(place)));
    }

    private static ProblemException unknown(String detail) {
        return new ProblemException(
                ProblemKind.CHANGE_UNKNOWN, detail, "See the page of the run for what it has.");
    }
}
