package dev.cadastre.cli.run;

import dev.cadastre.change.Change;
import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import dev.cadastre.change.plan.Plan;
import dev.cadastre.change.plan.PlannedJob;
import dev.cadastre.change.plan.PlannedPlace;
import dev.cadastre.change.run.Cell;
import dev.cadastre.change.run.Hold;
import dev.cadastre.change.run.JobLine;
import dev.cadastre.change.run.Lane;
import dev.cadastre.change.run.RunEntry;
import dev.cadastre.change.run.RunHead;
import dev.cadastre.change.run.RunSettings;
import dev.cadastre.change.run.RunView;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans and runs of this machine, told as a server tells of its own. Pure. */
public final class RunJson {

    private RunJson() {}

    /** A plan. */
    public static Json plan(Plan plan, Change change, RunSettings settings, List<String> hosts) {
        return new JsonObject()
                .with("change", plan.change())
                .with("summary", change.summary())
                .with("digest", plan.digest())
                .with("parameters", texts(plan.parameters()))
                .with("settings", settings(settings))
                .with("hosts", hosts)
                .with(
                        "jobs",
                        items(change.jobs().stream().map(JobLine::of).map(RunJson::job).toList()))
                .with("places", items(plan.places().stream().map(RunJson::place).toList()))
                .json();
    }

    private static Json place(PlannedPlace place) {
        return new JsonObject()
                .with("host", host(place.place()))
                .with("problem", unlessEmpty(place.problem()))
                .with("changes", new Json.Truth(place.changes()))
                .with("jobs", items(place.jobs().stream().map(RunJson::job).toList()))
                .json();
    }

    private static Json job(PlannedJob job) {
        return new JsonObject()
                .with("job", job.job())
                .with("effect", job.effect())
                .with("reason", job.reason())
                .with("wishes", job.wishes())
                .with("differences", job.differences())
                .json();
    }

    private static Json settings(RunSettings settings) {
        return new JsonObject()
                .with("strategy", settings.strategy())
                .with("order", settings.order())
                .with("failuresAllowed", number(settings.failuresAllowed()))
                .with("atOnce", number(settings.atOnce()))
                .with("approval", new Json.Truth(settings.approval()))
                .json();
    }

    /**
     * A run in a list.
     *
     * @param open whether some process carries it out
     */
    public static Json run(RunView view, boolean open) {
        RunHead head = view.head();
        RunEntry.Finished finished = view.state().finished();
        return new JsonObject()
                .with("id", head.run())
                .with("change", head.change())
                .with("status", view.status())
                .with("phase", phase(view, open))
                .with("reason", unlessEmpty(view.reason()))
                .with("who", head.who())
                .with("why", unlessEmpty(head.why()))
                .with("hosts", head.hosts())
                .with("begunAt", view.state().began())
                .with("endedAt", finished == null ? null : finished.at())
                .with("revision", number(view.state().entries()))
                .with("undoing", new Json.Truth(view.isUndoing()))
                .with("approvedBy", unlessEmpty(view.state().approvedBy()))
                .json();
    }

    private static String phase(RunView view, boolean open) {
        String phase = phase(view);
        return phase.equals("GOING_ON") && !open ? "INTERRUPTED" : phase;
    }

    private static String phase(RunView view) {
        if (view.state().finished() != null) {
            return "FINISHED";
        }
        if (view.head().settings().approval() && view.state().approvedBy().isEmpty()) {
            return "WAITING_FOR_APPROVAL";
        }
        if (!view.state().halted().isEmpty()) {
            return "HALTED";
        }
        if (!view.state().pausedAt().isEmpty()) {
            return "PAUSED";
        }
        return view.inFlight().isEmpty() && !view.questions().isEmpty() ? "ASKING" : "GOING_ON";
    }

    /** All that is known of a run that this process has open. */
    public static Json detail(RunView view) {
        return detail(view, true);
    }

    /**
     * All that is known of a run.
     *
     * @param open whether some process carries it out
     */
    public static Json detail(RunView view, boolean open) {
        RunHead head = view.head();
        return new JsonObject()
                .with("run", run(view, open))
                .with("settings", settings(head.settings()))
                .with("parameters", texts(head.parameters()))
                .with("jobs", items(head.jobs().stream().map(RunJson::job).toList()))
                .with(
                        "places",
                        items(
                                view.lanes().values().stream()
                                        .map(lane -> place(lane, view.isUndoing()))
                                        .toList()))
                .with("questions", items(view.questions().stream().map(RunJson::question).toList()))
                .json();
    }

    private static Json job(JobLine job) {
        return new JsonObject()
                .with("name", job.name())
                .with("at", job.at())
                .with("kind", job.kind())
                .with("operation", job.operation())
                .with("summary", job.summary())
                .with("restarts", job.restarts())
                .with("reloads", job.reloads())
                .json();
    }

    private static Json place(Lane lane, boolean undoing) {
        return new JsonObject()
                .with("host", host(lane.place()))
                .with("running", lane.running())
                .with("locked", new Json.Truth(lane.hold().lock() != Hold.Lock.FREE))
                .with("failure", lane.failure())
                .with("cells", cells(lane.jobs()))
                .with("undone", undoing ? cells(undone(lane)) : new Json.Items(List.of()))
                .json();
    }

    private static Map<String, Cell> undone(Lane lane) {
        Map<String, Cell> undone = new LinkedHashMap<>(lane.undone());
        undone.keySet()
                .removeIf(job -> {
                    Cell cell = lane.jobs().get(job);
                    return cell == null || !cell.mayHaveChanged();
                });
        return undone;
    }

    private static Json cells(Map<String, Cell> cells) {
        return items(
                cells.entrySet().stream()
                        .map(cell -> cell(cell.getKey(), cell.getValue()))
                        .toList());
    }

    private static Json cell(String job, Cell cell) {
        JsonObject json =
                new JsonObject()
                        .with("job", job)
                        .with("status", cell.status())
                        .with("changed", new Json.Truth(cell.mayHaveChanged()))
                        .with("skipped", new Json.Truth(cell.skipped()))
                        .with("attempts", number(cell.attempts()))
                        .with("reason", unlessEmpty(cell.reason()))
                        .with("question", unlessEmpty(cell.question()));
        if (cell.ending() != null && cell.status() != Status.PENDING) {
            json.with("tookMillis", number(cell.ending().took().toMillis()))
                    .with("code", unlessEmpty(cell.ending().code()));
        }
        return json.json();
    }

    private static Json question(RunView.Question question) {
        return new JsonObject()
                .with("kind", question.isNote() ? "NOTE" : "SETTLE")
                .with("job", question.job())
                .with("host", host(question.place()))
                .with("text", question.text())
                .json();
    }

    private static @Nullable String host(Place place) {
        return place.isLocal() ? null : place.host();
    }

    private static @Nullable String unlessEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Json number(long value) {
        return new Json.Numeral(Long.toString(value));
    }

    private static Json items(List<Json> items) {
        return new Json.Items(items);
    }

    private static Json texts(Map<String, String> texts) {
        Map<String, Json> members = new LinkedHashMap<>();
        texts.forEach((name, text) -> members.put(name, new Json.Text(text)));
        return new Json.Members(members);
    }
}
