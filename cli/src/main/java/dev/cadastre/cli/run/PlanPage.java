package dev.cadastre.cli.run;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.output.Format;
import dev.cadastre.cli.output.Printer;
import dev.cadastre.cli.output.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows a plan: what each job would change, with differences, hosts that are alike together. */
public final class PlanPage {

    private static final int MOST_NAMES = 5;
    private static final Set<String> ASKING = Set.of("NOTE", "WAIT", "PROGRAM");

    private final Printer printer;

    /** Prints by that. */
    public PlanPage(Printer printer) {
        this.printer = printer;
    }

    /** Whether it would change anything, asks a person for anything, waits or tests. */
    public static boolean isAnything(Json plan) {
        return plan.list("places").stream().anyMatch(PlanPage::isAnythingThere)
                || plan.list("jobs").stream()
                        .anyMatch(job -> ASKING.contains(job.text("kind").orElse("")));
    }

    /** Whether somebody could look at all hosts; a server cannot look at this machine. */
    public static boolean isSeen(Json plan) {
        return plan.list("places").stream()
                .filter(place -> place.text("host").isPresent())
                .noneMatch(place -> place.text("problem").isPresent());
    }

    private static boolean isAnythingThere(Json place) {
        return place.holds("changes")
                || place.text("problem").isPresent()
                || place.list("jobs").stream()
                        .anyMatch(job -> job.text("effect").orElse("").equals("TRIAL"));
    }

    /** Prints it. */
    public void print(Json plan) {
        if (printer.format() != Format.TABLE) {
            printer.items(plan, RunColumns.planned(plan), RunColumns.PLANNED);
            return;
        }
        printer.line(heading(plan));
        grouped(plan).forEach((looks, hosts) -> place(looks, hosts));
    }

    private static String heading(Json plan) {
        String summary = plan.text("summary").filter(text -> !text.isEmpty()).orElse("");
        int hosts = plan.list("hosts").size();
        return "%s%s, on %d %s, %s"
                .formatted(
                        plan.text("change").orElse(""),
                        summary.isEmpty() ? "" : ": " + summary,
                        hosts,
                        hosts == 1 ? "host" : "hosts",
                        plan.text("settings", "strategy")
                                .map(text -> text.equals("all") ? "all at once" : text)
                                .orElse(""));
    }

    /** Places where the same would be done, by what that is. */
    private static Map<Json, List<String>> grouped(Json plan) {
        Map<Json, List<String>> grouped = new LinkedHashMap<>();
        for (Json place : plan.list("places")) {
            Json looks = new Json.Items(List.of(place.at("problem"), place.at("jobs")));
            grouped.computeIfAbsent(looks, _ -> new ArrayList<>()).add(RunColumns.host(place));
        }
        return grouped;
    }

    private void place(Json looks, List<String> hosts) {
        printer.line("");
        printer.line(names(hosts));
        List<Json> both = ((Json.Items) looks).values();
        both.getFirst().text().ifPresent(problem -> printer.line("  not seen: " + problem));
        both.getLast().list().forEach(this::job);
    }

    private static String names(List<String> hosts) {
        return hosts.size() <= MOST_NAMES
                ? String.join(", ", hosts)
                : "%s and %d more"
                        .formatted(
                                String.join(", ", hosts.subList(0, MOST_NAMES)),
                                hosts.size() - MOST_NAMES);
    }

    private void job(Json job) {
        String reason = job.text("reason").orElse("");
        printer.line(
                "  %s: %s%s"
                        .formatted(
                                job.text("job").orElse(""),
                                effect(job),
                                reason.isEmpty() ? "" : ": " + reason));
        job.list("wishes").forEach(wish -> printer.line("    " + Wording.of(wish)));
        for (Json difference : job.list("differences")) {
            Wording.of(difference).lines().forEach(line -> printer.line("    " + line));
        }
    }

    private static String effect(Json job) {
        return switch (job.text("effect").orElse("")) {
            case "CHANGES" -> "would change";
            case "NOTHING" -> "as it should be";
            case "TRIAL" -> "done each time";
            case "ENGINE" -> "done by the run";
            case "REFUSED" -> "cannot be done as things are";
            default -> "nobody can tell beforehand";
        };
    }
}
