package dev.cadastre.plugin;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines of external commands that bring results: {@code [TIME]
 * PROCESS_SERVICE_CHECK_RESULT;HOST;SERVICE;CODE;OUTPUT} and {@code [TIME]
 * PROCESS_HOST_CHECK_RESULT;HOST;CODE;OUTPUT}, where {@code \n} in the output is a line end and
 * {@code \\} a backslash.
 *
 * @param results those that could be read, in their order
 * @param problems the lines that could not be, with their number
 */
public record PassiveResults(List<PassiveResult> results, List<Problem> problems) {
    private static final Pattern LINE =
            Pattern.compile("\\s*+\\[([0-9]{1,19})]\\s++([A-Z_]++)(?:;(.*+))?+", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([n\\\\])");
    private static final String OF_SERVICE = "PROCESS_SERVICE_CHECK_RESULT";
    private static final String OF_HOST = "PROCESS_HOST_CHECK_RESULT";

    /** Keeps copies. */
    public PassiveResults {
        results = List.copyOf(results);
        problems = List.copyOf(problems);
    }

    /**
     * Reads lines, of which empty ones are passed over. Never fails: what is wrong is a problem.
     */
    public static PassiveResults parse(String text) {
        List<PassiveResult> results = new ArrayList<>();
        Problems problems = new Problems();
        String[] lines = text.split("\\r?\\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                switch (line(lines[i])) {
                    case Read(PassiveResult result) -> results.add(result);
                    case Refused(String why) ->
                            problems.add("passive.line", lines[i], "Line " + (i + 1) + ": " + why);
                }
            }
        }
        return new PassiveResults(results, problems.list());
    }

    private sealed interface Line {}

    private record Read(PassiveResult result) implements Line {}

    private record Refused(String why) implements Line {}

    private static Line line(String text) {
        Matcher line = LINE.matcher(text);
        if (!line.matches()) {
            return new Refused(Quoted.of(text) + " is no external command: [TIME] NAME;…");
        }
        Optional<Instant> time = time(line.group(1));
        if (time.isEmpty()) {
            return new Refused(Quoted.of(line.group(1)) + " is no time in seconds since 1970");
        }
        String arguments = line.group(3) == null ? "" : line.group(3);
        return switch (line.group(2)) {
            case OF_SERVICE -> ofService(time.get(), arguments.split(";", 4));
            case OF_HOST -> ofHost(time.get(), arguments.split(";", 3));
            default ->
                    new Refused(
                            Quoted.of(line.group(2))
                                    + " brings no result; "
                                    + OF_SERVICE
                                    + " and "
                                    + OF_HOST
                                    + " do");
        };
    }

    private static Optional<Instant> time(String seconds) {
        try {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Line ofService(Instant time, String[] arguments) {
        if (arguments.length < 3 || arguments[0].isBlank() || arguments[1].isBlank()) {
            return new Refused("A service's result has HOST;SERVICE;CODE;OUTPUT");
        }
        if (!CODE.matcher(arguments[2].strip()).matches()) {
            return new Refused("The code " + Quoted.of(arguments[2]) + " is no number");
        }
        int code = Integer.parseInt(arguments[2].strip());
        PluginResult result = PluginResult.of(code, output(arguments, 3));
        return new Read(
                new PassiveResult(
                        time, name(arguments[0]), Optional.of(name(arguments[1])), result));
    }

    private static Line ofHost(Instant time, String[] arguments) {
        if (arguments.length < 2 || arguments[0].isBlank()) {
            return new Refused("A host's result has HOST;CODE;OUTPUT");
        }
        if (!CODE.matcher(arguments[1].strip()).matches()) {
            return new Refused("The code " + Quoted.of(arguments[1]) + " is no number");
        }
        int told = Integer.parseInt(arguments[1].strip());
        // Of a host: 0 up, 1 down, 2 unreachable.
        int code = told >= 1 && told <= 3 ? PluginState.CRITICAL.exitCode() : told;
        PluginResult result = PluginResult.of(code, output(arguments, 2));
        return new Read(new PassiveResult(time, name(arguments[0]), Optional.empty(), result));
    }

    private static String name(String text) {
        return CleanText.of(text.strip());
    }

    private static String output(String[] arguments, int index) {
        String text = index < arguments.length ? arguments[index] : "";
        return ESCAPE.matcher(text).replaceAll(found -> found.group(1).equals("n") ? "\n" : "\\\\");
    }
}
