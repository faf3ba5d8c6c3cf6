package dev.cadastre.cli.parcel.trial;

import dev.cadastre.cli.text.Printable;
import dev.cadastre.ini.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an ending of a test says of the parcel: by plug-ins' statuses, or by TAP. Pure. */
final class TrialVerdict {

    private static final String FAILED = "parcel.test-failed";
    private static final String NOT_RUN = "parcel.test-not-run";
    private static final String ELSEWHERE =
            "run it on a host that nobody minds by --on HOST, or here by --without-isolation";
    private static final int MOST_CHARACTERS = 300;
    private static final int KILLED = 137;
    private static final int TIMED_OUT = 124;
    private static final Pattern PLAN = Pattern.compile("^1\\.\\.([0-9]{1,6})", Pattern.MULTILINE);
    private static final Pattern POINT = Pattern.compile("^(not )?ok\\b");
    private static final Pattern TODO = Pattern.compile("#\\s*TODO", Pattern.CASE_INSENSITIVE);

    private TrialVerdict() {}

    static Optional<Problem> of(Trial trial, TrialEnding ending) {
        return switch (ending) {
            case TrialEnding.Ended ended -> ended(trial, ended);
            case TrialEnding.TookTooLong() -> Optional.of(tookTooLong(trial));
            case TrialEnding.NotRun(String reason) ->
                    Optional.of(notRun(trial.file(), reason, ELSEWHERE));
        };
    }

    static Problem notRun(String file, String reason, String remedy) {
        return Problem.warning(file, 0, 0, NOT_RUN, "it was not run: " + shown(reason), remedy);
    }

    private static Problem tookTooLong(Trial trial) {
        return failed(
                trial.file(),
                "it took longer than " + trial.limit().toSeconds() + " s",
                "let it take less, or give it a longer timeout");
    }

    private static Optional<Problem> ended(Trial trial, TrialEnding.Ended ended) {
        if (ended.status() == TIMED_OUT || ended.status() == KILLED) {
            return Optional.of(tookTooLong(trial));
        }
        Matcher plan = PLAN.matcher(ended.output());
        String wrong =
                plan.find()
                        ? byPoints(Integer.parseInt(plan.group(1)), ended)
                        : byStatus(ended.status(), ended.output());
        if (wrong.isEmpty()) {
            return Optional.empty();
        }
        boolean isWarning = ended.status() == 1 && !plan.hasMatch();
        return Optional.of(
                isWarning
                        ? Problem.warning(trial.file(), 0, 0, FAILED, wrong, "see what it warns of")
                        : failed(trial.file(), wrong, "mend what it tests, or the test"));
    }

    private static Problem failed(String file, String wrong, String remedy) {
        return Problem.error(file, 0, 0, FAILED, wrong, remedy);
    }

    /** Empty if it is passed. */
    private static String byStatus(int status, String output) {
        String said = output.lines().findFirst().orElse("it said nothing");
        return status == 0 ? "" : "it ended with status %d: %s".formatted(status, shown(said));
    }

    /** Empty if all points that were planned were passed. */
    private static String byPoints(int planned, TrialEnding.Ended ended) {
        List<String> points =
                ended.output().lines().filter(line -> POINT.matcher(line).find()).toList();
        Optional<String> failed =
                points.stream()
                        .filter(line -> line.startsWith("not ") && !TODO.matcher(line).find())
                        .findFirst();
        if (failed.isPresent()) {
            return "it tells: " + shown(failed.get());
        }
        if (points.size() != planned) {
            return "%d tests were planned, and %d were run".formatted(planned, points.size());
        }
        return ended.status() == 0 ? "" : "it ended with status " + ended.status();
    }

    private static String shown(String text) {
        String line = Printable.escape(text).strip();
        return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + "…";
    }
}
