package dev.cadastre.server.web.api.run;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.run.Run;
import dev.cadastre.api.run.RunDemand;
import dev.cadastre.api.run.RunDetail;
import dev.cadastre.api.run.RunEntry;
import dev.cadastre.api.run.RunOutput;
import dev.cadastre.api.run.RunStart;
import dev.cadastre.api.run.RunStatus;
import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.change.RunQuery;
import dev.cadastre.server.change.keeping.JournalLine;
import dev.cadastre.server.change.running.RunLookup;
import dev.cadastre.server.change.running.Runs;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Cursor;
import dev.cadastre.server.web.api.request.Limit;
import dev.cadastre.server.web.api.request.Pages;
import dev.cadastre.server.web.api.request.Parameters;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Runs of changes. */
@RestController
@RequestMapping(ApiPath.BASE + "/runs")
class RunsController {

    /** In addresses, the machine of whoever runs a change; no host is called so. */
    private static final String HERE = "-";

    private final Runs runs;
    private final RunLookup lookup;
    private final Permitted permitted;

    RunsController(Runs runs, RunLookup lookup, Permitted permitted) {
        this.runs = runs;
        this.lookup = lookup;
        this.permitted = permitted;
    }

    /**
     * Which runs.
     *
     * @param environment with a host there
     * @param host that it is for
     * @param change its name
     */
    @Parameters
    record ListParameters(
            @Nullable String environment,
            @Nullable RunStatus status,
            @Nullable String host,
            @Nullable String change,
            @Nullable Limit limit,
            @Nullable Cursor after) {

        RunQuery query(int most) {
            return new RunQuery(
                    environment,
                    status == null ? null : Status.valueOf(status.name()),
                    host,
                    change,
                    after == null ? null : after.number(),
                    most);
        }
    }

    /**
     * Which entries.
     *
     * @param after the number of the last one that is known, by which whoever watches a run goes on
     *     where there were no more
     */
    @Parameters
    record EntryParameters(@Nullable Limit limit, @Nullable Integer after) {}

    /**
     * Which output.
     *
     * @param undo whether that of undoing the job
     */
    @Parameters
    record OutputParameters(@Nullable Boolean undo) {}

    /** Carries out a plan, once; at once, unless a second person has to approve it. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Run start(@RequestBody RunStart sent) {
        permitted.reach(Verb.RUN, Part.CHANGE);
        String why = Objects.requireNonNullElse(sent.why(), "");
        return RunRecords.run(
                runs.start(sent.plan(), why, Boolean.TRUE.equals(sent.step()), reach()));
    }

    /** Runs, the newest first. */
    @GetMapping
    ListPage<Run> list(ListParameters parameters) {
        int limit = Limit.of(parameters.limit());
        return Pages.cut(
                lookup.find(parameters.query(limit + 1), reach()),
                limit,
                one -> Long.toString(one.id()),
                RunRecords::run);
    }

    /** All that is known of a run. */
    @GetMapping("/{id}")
    RunDetail one(@PathVariable long id) {
        return lookup.story(id, reach())
                .map(RunRecords::detail)
                .orElseThrow(() -> RunLookup.unknown(id));
    }

    /** What a run has written down so far, for who may see all of it. */
    @GetMapping("/{id}/entries")
    ListPage<RunEntry> entries(@PathVariable long id, EntryParameters parameters) {
        int limit = Limit.of(parameters.limit());
        int number = parameters.after() == null ? 0 : parameters.after();
        List<JournalLine> read = lookup.entries(id, number, limit + 1, reach());
        List<JournalLine> shown = read.subList(0, Math.min(limit, read.size()));
        return new ListPage<>(
                shown.stream().map(RunRecords::entry).toList(),
                read.size() > limit ? Integer.toString(shown.getLast().number()) : null);
    }

    /** What a job printed at a host, or at “-”, the machine of whoever runs the change. */
    @GetMapping("/{id}/jobs/{job}/places/{host}/output")
    RunOutput output(
            @PathVariable long id,
            @PathVariable String job,
            @PathVariable String host,
            OutputParameters parameters) {
        var output =
                lookup.output(
                        id,
                        job,
                        host.equals(HERE) ? Place.LOCAL : Place.host(host),
                        Boolean.TRUE.equals(parameters.undo()),
                        reach());
        return new RunOutput(output.text(), output.isRunning());
    }

    /** Asks a run for something, such as to halt, to go on or to undo. */
    @PostMapping("/{id}/requests")
    Run request(@PathVariable long id, @RequestBody RunDemand sent) {
        permitted.reach(Verb.RUN, Part.CHANGE);
        return RunRecords.run(runs.request(id, RunDemands.request(sent), reach()));
    }

    private Reach reach() {
        return permitted.read(Part.CHANGE);
    }
}
