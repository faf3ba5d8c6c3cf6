package dev.cadastre.plugin;

import java.util.List;
import java.util.Optional;

/**
 * What a plug-in found, understood.
 *
 * @param state by the exit code alone
 * @param cause why the state is UNKNOWN, if it was not the plug-in that said so
 * @param text one line for people, from standard error if standard output is empty
 * @param longText more lines for people
 * @param metrics of the performance data, no two of the same label
 * @param problems everything that was not as it should be
 */
public record PluginResult(
        PluginState state,
        Optional<String> cause,
        String text,
        String longText,
        List<Metric> metrics,
        List<Problem> problems) {

    /** Keeps copies. */
    public PluginResult {
        metrics = List.copyOf(metrics);
        problems = List.copyOf(problems);
    }

    /** What somebody else than a plug-in found: a state and one line, without figures. */
    public static PluginResult stated(PluginState state, String text) {
        return new PluginResult(state, Optional.empty(), text, "", List.of(), List.of());
    }

    /** A check that could not be made, and why. */
    public static PluginResult unknown(String reason) {
        return new PluginResult(
                PluginState.UNKNOWN, Optional.of(reason), reason, "", List.of(), List.of());
    }

    /** What a plug-in found that was run here. */
    public static PluginResult of(Outcome outcome) {
        Problems problems = new Problems();
        noteCapture(problems, "output", outcome.output());
        noteCapture(problems, "errors", outcome.errors());
        if (outcome.leftBehind()) {
            problems.add(
                    "process.left-behind",
                    "",
                    "It left processes behind that held its output open; they were ended");
        }
        return of(outcome.ending(), outcome.output(), outcome.errors().text(), problems);
    }

    /** What a plug-in found that was run elsewhere. */
    public static PluginResult of(int exitCode, String output) {
        return of(new Ending.Exited(exitCode), new Captured(output, 0, true), "", new Problems());
    }

    private static PluginResult of(
            Ending ending, Captured output, String errors, Problems problems) {
        PluginOutput read = PluginOutput.parse(output.text(), output.dropped() > 0);
        boolean silent = output.text().isBlank();
        PluginOutput shown = silent ? errorsOnly(errors) : read;
        if (silent && ending.cause().isEmpty()) {
            String consequence = errors.isBlank() ? "" : "; its errors are shown";
            problems.add("output.none", "", "It printed nothing" + consequence);
        }
        read.perfdata()
                .problems()
                .forEach(problem ->
                        problems.add(problem.code(), problem.subject(), problem.message()));
        return new PluginResult(
                ending.state(),
                ending.cause(),
                shown.text(),
                shown.longText(),
                read.perfdata().metrics(),
                problems.list());
    }

    /** Bars in errors divide nothing. */
    private static PluginOutput errorsOnly(String errors) {
        String clean = CleanText.of(errors).strip();
        int lineEnd = clean.indexOf('\n');
        return lineEnd < 0
                ? new PluginOutput(clean, "", Perfdata.NONE)
                : new PluginOutput(
                        clean.substring(0, lineEnd).strip(),
                        clean.substring(lineEnd + 1),
                        Perfdata.NONE);
    }

    private static void noteCapture(Problems problems, String which, Captured captured) {
        String name = which.equals("output") ? "Standard output" : "Standard error";
        if (captured.dropped() > 0) {
            problems.add(
                    which + ".too-long",
                    "",
                    name + " is too long: the last " + captured.dropped() + " bytes are left out");
        }
        if (!captured.wellFormed()) {
            problems.add(which + ".encoding", "", name + " is not UTF-8 everywhere");
        }
    }
}
