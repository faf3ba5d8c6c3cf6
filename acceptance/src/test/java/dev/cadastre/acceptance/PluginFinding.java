package dev.cadastre.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What a plug-in found, as a shell sees it or as a monitor tells it, in the same words.
 *
 * @param state OK, WARNING, CRITICAL or UNKNOWN
 * @param text all that is for people
 * @param metrics each with its unit, its thresholds and its limits
 */
record PluginFinding(String state, String text, List<String> metrics) {

    private static final List<String> STATES = List.of("OK", "WARNING", "CRITICAL", "UNKNOWN");

    private static final Pattern METRIC =
            Pattern.compile(
                    "(?<label>'[^']+'|[^\\s='|]+)=(?<value>-?[\\d.]+|U)(?<unit>[^\\s\\d;.]*)"
                            + "(?:;(?<warn>[^;\\s]*))?(?:;(?<crit>[^;\\s]*))?"
                            + "(?:;(?<min>[^;\\s]*))?(?:;(?<max>[^;\\s]*))?");

    /** The status that a shell gives to what tried to use memory that is not its own. */
    private static final int CRASHED = 128 + 11;

    /** Also the addresses in memory that OpenSSL's errors begin with. */
    private static final Pattern NUMBER =
            Pattern.compile("\\b[0-9A-F]{16}\\b|-?\\d+(\\.\\d+)?(e[-+]?\\d+)?");

    /**
     * Reads what a shell has seen.
     *
     * @param exact whether values count; otherwise they are what they happened to be
     */
    static PluginFinding seen(Ran shell, boolean exact) {
        boolean silent = shell.out().isBlank();
        String output = (silent ? shell.err() : shell.out()).replace("\r\n", "\n");
        StringBuilder text = new StringBuilder();
        StringBuilder perfdata = new StringBuilder();
        // A bar in the first line divides that line; one in the others divides all of them.
        for (String part : output.strip().split("\n", 2)) {
            int bar = silent ? -1 : part.indexOf('|');
            text.append((bar < 0 ? part : part.substring(0, bar)).stripTrailing()).append('\n');
            perfdata.append(bar < 0 ? "" : part.substring(bar + 1)).append('\n');
        }
        return new PluginFinding(
                STATES.get(Math.min(shell.exit(), STATES.size() - 1)),
                shown(output.isBlank() ? ending(shell.exit()) : text.toString(), exact),
                metrics(perfdata.toString(), exact));
    }

    /** A shell says it by its status alone; a monitor has words for it. */
    private static String ending(int exit) {
        return exit == CRASHED ? "Ended by SIGSEGV" : "";
    }

    /** Reads what a monitor tells. */
    static PluginFinding told(JsonNode monitor, boolean exact) {
        String text =
                monitor.path("output").asString("")
                        + "\n"
                        + monitor.path("longOutput").asString("");
        return new PluginFinding(
                monitor.get("state").asString(), shown(text, exact), metrics(monitor, exact));
    }

    private static String shown(String text, boolean exact) {
        // What lies one second back in one of the two may lie two back in the other.
        return exact
                ? text.strip()
                : NUMBER.matcher(text.strip()).replaceAll("#").replace("# seconds", "# second");
    }

    private static List<String> metrics(String perfdata, boolean exact) {
        List<String> found = new ArrayList<>();
        Matcher metric = METRIC.matcher(perfdata);
        while (metric.find()) {
            found.add(
                    String.join(
                            ";",
                            metric.group("label").replace("'", ""),
                            exact ? number(metric.group("value")) : "",
                            metric.group("unit"),
                            Objects.toString(metric.group("warn"), ""),
                            Objects.toString(metric.group("crit"), ""),
                            number(metric.group("min")),
                            number(metric.group("max"))));
        }
        return found;
    }

    private static List<String> metrics(JsonNode monitor, boolean exact) {
        return monitor.get("metrics")
                .valueStream()
                .map(metric ->
                        String.join(
                                ";",
                                metric.get("label").asString(),
                                exact ? number(metric.path("value").asString("")) : "",
                                metric.path("unit").asString(""),
                                metric.path("warning").asString(""),
                                metric.path("critical").asString(""),
                                number(metric.path("min").asString("")),
                                number(metric.path("max").asString(""))))
                .toList();
    }

    private static String number(String text) {
        return text == null || text.isEmpty() || text.equals("U")
                ? ""
                : Double.valueOf(text).toString();
    }
}
