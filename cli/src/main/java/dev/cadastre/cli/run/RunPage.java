package dev.cadastre.cli.run;

import dev.cadastre.change.run.RunView;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.output.Format;
import dev.cadastre.cli.output.Printer;
import dev.cadastre.cli.session.Session;
import java.util.ArrayList;
import java.util.List;

/** Shows a run: its jobs by host, and what it waits for. */
public final class RunPage {

    private RunPage() {}

    /** Shows a plan before it is carried out; programs get the run alone. */
    public static void plan(Session session, Json plan) {
        if (session.printer().format() == Format.TABLE) {
            new PlanPage(session.printer()).print(plan);
            session.printer().line("");
            session.surroundings().out().flush();
        }
    }

    /** Shows how a run came to its end, or to rest; the exit status that this is. */
    public static int ended(Session session, RunView view) {
        return ended(session, RunJson.detail(view));
    }

    /** The same of one that a server carries out. */
    public static int ended(Session session, Json detail) {
        Printer printer = session.printer();
        printer.items(detail, RunColumns.cells(detail), RunColumns.CELLS);
        return told(session, detail);
    }

    /** The same in sentences alone, beside an answer of another kind. */
    public static int told(Session session, Json detail) {
        session.remark(sentence(detail.at("run")));
        next(detail).forEach(session::remark);
        return detail.text("run", "status").orElse("").equals("OK") ? 0 : 1;
    }

    /** Shows all of a run. */
    public static void show(Session session, Json detail) {
        Printer printer = session.printer();
        if (printer.format() != Format.TABLE) {
            printer.items(detail, RunColumns.cells(detail), RunColumns.CELLS);
            return;
        }
        printer.attributes(detail.at("run"), RunColumns.RUN);
        printer.line("");
        printer.items(detail, RunColumns.cells(detail), RunColumns.CELLS);
        List<String> next = next(detail);
        if (!next.isEmpty()) {
            printer.line("");
            next.forEach(printer::line);
        }
    }

    private static String sentence(Json run) {
        String reason = run.text("reason").orElse("");
        return "Run %s: %s%s"
                .formatted(
                        run.text("id").orElse(""),
                        run.text("status").orElse("").replace('_', ' '),
                        reason.isEmpty() ? "" : ": " + reason);
    }

    /** What a person can do now. */
    private static List<String> next(Json detail) {
        List<String> next = new ArrayList<>();
        Json run = detail.at("run");
        String id = run.text("id").orElse("");
        for (Json question : detail.list("questions")) {
            next.add(question(question, id));
        }
        switch (run.text("phase").orElse("")) {
            case "WAITING_FOR_APPROVAL" ->
                    next.add("A second person approves it: cadastre run approve " + id);
            case "PAUSED", "INTERRUPTED" -> next.add("Go on: cadastre run resume " + id);
            case "FINISHED" -> afterwards(detail, id, next);
            default -> {}
        }
        return next;
    }

    private static void afterwards(Json detail, String id, List<String> next) {
        if (detail.text("run", "status").orElse("").equals("OK")) {
            return;
        }
        next.add(
                "Put it right and go on: cadastre run resume %s; undo it: cadastre run undo %s"
                        .formatted(id, id));
        long locked = detail.list("places").stream().filter(place -> place.holds("locked")).count();
        if (locked > 0) {
            next.add(
                    "It keeps the lock of %d %s; give up: cadastre run release %s"
                            .formatted(locked, locked == 1 ? "host" : "hosts", id));
        }
    }

    private static String question(Json question, String id) {
        String job = question.text("job").orElse("");
        boolean isNote = question.text("kind").orElse("").equals("NOTE");
        return "%s on %s: %s; answer: cadastre run %s %s %s%s"
                .formatted(
                        job,
                        RunColumns.host(question),
                        question.text("text").orElse(""),
                        isNote ? "confirm" : "settle",
                        id,
                        job,
                        isNote ? "" : " --done (or --not-done)");
    }
}
