package dev.cadastre.cli.run;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.output.Column;
import dev.cadastre.cli.output.Mark;
import dev.cadastre.cli.output.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the tables of plans and runs show. */
public final class RunColumns {

    /** What people call the machine of whoever runs a change. */
    public static final String THIS_MACHINE = "this machine";

    /** A folder's files are many, and a plan names them all. */
    private static final int MOST_CHANGES = 5;

    /** Runs in a list. */
    public static final List<Column> RUNS =
            List.of(
                    Column.of("ID", "id"),
                    Column.of("CHANGE", "change"),
                    Column.word("STATUS", "status").marked(run -> mark(run, "status")),
                    Column.of("PHASE", RunColumns::phase),
                    Column.of("HOSTS", RunColumns::hosts),
                    Column.moment("BEGUN", "begunAt"),
                    Column.of("WHO", RunColumns::who),
                    Column.of("WHY", "why"));

    /** One run. */
    public static final List<Column> RUN =
            List.of(
                    Column.of("ID", "id"),
                    Column.of("CHANGE", "change"),
                    Column.word("STATUS", "status").marked(run -> mark(run, "status")),
                    Column.word("PHASE", "phase"),
                    Column.of("REASON", "reason"),
                    Column.of("WHO", RunColumns::who),
                    Column.of("WHY", "why"),
                    Column.of("HOSTS", RunColumns::hosts),
                    Column.moment("BEGUN", "begunAt"),
                    Column.moment("ENDED", "endedAt"),
                    Column.of("APPROVED BY", "approvedBy"));

    /** A job at a host. */
    public static final List<Column> CELLS =
            List.of(
                    Column.of("JOB", "job"),
                    Column.of("HOST", "host"),
                    Column.word("STATUS", "status").marked(cell -> mark(cell, "status")),
                    Column.of("CHANGED", cell -> cell.holds("changed") ? "yes" : "no"),
                    Column.of("TOOK", RunColumns::took),
                    Column.of("REASON", "reason"));

    /** What a plan says of a job at a host. */
    public static final List<Column> PLANNED =
            List.of(
                    Column.of("JOB", "job"),
                    Column.of("HOST", "host"),
                    Column.word("EFFECT", "effect"),
                    Column.of("REASON", "reason"));

    private RunColumns() {}

    /** Jobs at hosts of a run, job by job; what was undone after that. */
    public static List<Json> cells(Json detail) {
        List<Json> rows = new ArrayList<>();
        for (Json job : detail.list("jobs")) {
            String name = job.text("name").orElse("");
            rows(detail, "cells", name, "", rows);
        }
        for (Json job : detail.list("jobs").reversed()) {
            rows(detail, "undone", job.text("name").orElse(""), "undo ", rows);
        }
        return rows;
    }

    private static void rows(
            Json detail, String cells, String job, String prefix, List<Json> rows) {
        for (Json place : detail.list("places")) {
            for (Json cell : place.list(cells)) {
                if (cell.text("job").orElse("").equals(job)) {
                    rows.add(row(place, cell, prefix + job));
                }
            }
        }
    }

    private static Json row(Json place, Json cell, String job) {
        boolean skipped = cell.holds("skipped");
        return new JsonObject()
                .with("job", job)
                .with("host", host(place))
                .with("status", skipped ? "SKIPPED" : cell.text("status").orElse(""))
                .with("changed", cell.at("changed"))
                .with("tookMillis", cell.at("tookMillis"))
                .with("reason", cell.text("question").or(() -> cell.text("reason")).orElse(""))
                .json();
    }

    /** Jobs at hosts of a plan. */
    public static List<Json> planned(Json plan) {
        List<Json> rows = new ArrayList<>();
        for (Json place : plan.list("places")) {
            if (place.text("problem").isPresent()) {
                rows.add(planned(place, "", "NOT_SEEN", place.text("problem").orElse("")));
            }
            for (Json job : place.list("jobs")) {
                rows.add(
                        planned(
                                place,
                                job.text("job").orElse(""),
                                job.text("effect").orElse(""),
                                job.text("reason").orElse("")));
            }
        }
        return rows;
    }

    private static Json planned(Json place, String job, String effect, String reason) {
        return new JsonObject()
                .with("job", job)
                .with("host", host(place))
                .with("effect", effect)
                .with("reason", reason)
                .json();
    }

    /** Where something is done, for people. */
    public static String host(Json place) {
        return place.text("host").orElse(THIS_MACHINE);
    }

    /** One that was undone is OK, too, and has left nothing of what it is the run of. */
    private static String phase(Json run) {
        String phase = run.text("phase").orElse("");
        boolean undone =
                phase.equals("FINISHED")
                        && run.holds("undoing")
                        && run.text("status").orElse("").equals("OK");
        return undone ? "undone" : Wording.word(phase);
    }

    /** A run that a server was told of later was carried out by somebody else than told it. */
    private static String who(Json run) {
        return run.text("offlineBy").or(() -> run.text("who")).orElse("");
    }

    private static String hosts(Json run) {
        List<Json> hosts = run.list("hosts");
        return hosts.size() > 3 ? Integer.toString(hosts.size()) : Wording.of(run.at("hosts"));
    }

    private static String took(Json cell) {
        return cell.text("tookMillis").map(Long::parseLong).map(RunColumns::duration).orElse("");
    }

    /** What a step changed, as far as a line has room for it. */
    public static String changes(List<String> wishes) {
        String first = wishes.stream().limit(MOST_CHANGES).collect(Collectors.joining("; "));
        int more = wishes.size() - MOST_CHANGES;
        return more > 0 ? "%s; and %d more".formatted(first, more) : first;
    }

    /** A duration for people. */
    public static String duration(long millis) {
        return millis < 60_000
                ? String.format(Locale.ROOT, "%.1f s", millis / 1000.0)
                : "%d min %d s".formatted(millis / 60_000, millis % 60_000 / 1000);
    }

    private static Mark mark(Json item, String name) {
        return switch (item.text(name).orElse("")) {
            case "OK" -> Mark.GOOD;
            case "FAILED", "ERROR", "BLOCKED", "TIMED_OUT" -> Mark.BAD;
            case "STOPPED", "SKIPPED" -> Mark.WORRYING;
            default -> Mark.ASIDE;
        };
    }
}
