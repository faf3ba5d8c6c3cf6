package dev.cadastre.cli.app;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.output.Column;
import dev.cadastre.cli.output.Printer;
import dev.cadastre.cli.output.Wording;
import java.util.List;

/** Shows apps and what would be done to them, for people. */
public final class AppPage {

    private final Printer printer;

    /** Prints by that. */
    public AppPage(Printer printer) {
        this.printer = printer;
    }

    /** What would be done: values with where they come from, what changes, what it is bound to. */
    void plan(Json plan) {
        Json revision = plan.at("revision");
        printer.line(heading(revision));
        below(revision);
        table(plan, "differences", AppColumns.DIFFERENCES);
        remarks(plan);
        printer.line("");
    }

    /** What a revision has: its values and what it is bound to. */
    public void below(Json revision) {
        table(revision, "values", AppColumns.VALUES);
        table(revision, "bindings", AppColumns.BINDINGS);
    }

    /** What to know of an app, or of what would be done to it. */
    public void remarks(Json answer) {
        List<Json> remarks = answer.list("remarks");
        if (!remarks.isEmpty()) {
            printer.line("");
            remarks.forEach(remark -> printer.line(remark(remark)));
        }
    }

    /** As {@code api@qa reads database.port of it: cadastre app configure api@qa}. */
    static String remark(Json remark) {
        String message = remark.text("message").orElse("");
        return remark.text("command")
                .map(command -> message.replaceFirst("[.]$", "") + ": " + command)
                .orElse(message);
    }

    /** The runs of a revision. */
    public void steps(Json revision) {
        table(revision, "steps", AppColumns.STEPS);
    }

    private void table(Json answer, String name, List<Column> columns) {
        if (!answer.list(name).isEmpty()) {
            printer.line("");
            printer.items(answer, answer.list(name), columns);
        }
    }

    private static String heading(Json revision) {
        String hosts = Wording.of(revision.at("hosts"));
        return "%s: %s%s%s"
                .formatted(
                        revision.text("app").orElse(""),
                        what(revision),
                        revision.text("signer").map(name -> ", signed by " + name).orElse(""),
                        hosts.isEmpty() ? "" : ", on " + hosts);
    }

    /** What was wanted, as {@code upgrade guestbook 2.0.1}. */
    public static String what(Json revision) {
        return "%s %s %s"
                .formatted(
                        Wording.word(revision.text("verb").orElse("")),
                        revision.text("parcel").orElse(""),
                        revision.text("version").orElse(""));
    }

    /** A step, as {@code bind db@qa as database, on db1}. */
    static String step(Json step) {
        return "%s %s%s, on %s"
                .formatted(
                        Wording.word(step.text("step").orElse("")),
                        step.text("app").orElse(""),
                        step.text("binding").map(name -> " as " + name).orElse(""),
                        Wording.of(step.at("hosts")));
    }
}
