package dev.cadastre.server.web.page.run;

import dev.cadastre.change.Status;
import dev.cadastre.change.run.RunSettings;
import dev.cadastre.server.change.ChangeRun;
import dev.cadastre.server.change.RunPhase;
import dev.cadastre.server.change.asking.Ask;
import dev.cadastre.server.change.asking.LocalTask;
import dev.cadastre.server.web.page.Wording;
import dev.cadastre.server.web.page.chart.StateStrip;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** How the pages of runs say things. */
public final class RunWording {

    private static final int DIGEST = 12;
    private static final int MUCH = 20_000;
    private static final int LONG = 600;

    private RunWording() {}

    /** The page of a run. */
    public static String toRun(long id) {
        return "/runs/" + id;
    }

    /** The page of a plan. */
    public static String toPlan(UUID id) {
        return "/runs/plans/" + id;
    }

    /** A status as addresses have it. */
    public static String path(Status status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In small letters. */
    public static String word(Status status) {
        return status.words().toLowerCase(Locale.ROOT);
    }

    /** What a run is about, in a word or two. */
    public static String word(Status status, RunPhase phase) {
        if (status.isFinal()) {
            return word(status);
        }
        return switch (phase) {
            case WAITING_FOR_APPROVAL -> "waits for approval";
            case GOING_ON -> status == Status.PENDING ? "begins" : "running";
            case HALTED -> "halting";
            case PAUSED -> "paused";
            case ASKING -> "asks";
            case INTERRUPTED -> "interrupted";
            case FINISHED -> word(status);
        };
    }

    /** The same of a run, which may have been undone. */
    public static String word(ChangeRun run) {
        String word = word(run.status(), run.phase());
        if (!run.undoing()) {
            return word;
        }
        return run.status() == Status.OK ? "undone" : "undo " + word;
    }

    /** The class of the mark of a status. */
    public static String mark(Status status) {
        return switch (status) {
            case OK -> "ok";
            case FAILED, ERROR, TIMED_OUT -> "crit";
            case BLOCKED, STOPPED -> "warn";
            case RUNNING -> "going";
            case PENDING -> "idle";
        };
    }

    /** The class of a run's mark: what waits for a person asks to be looked at. */
    public static String mark(Status status, RunPhase phase) {
        if (status.isFinal()) {
            return mark(status);
        }
        return switch (phase) {
            case WAITING_FOR_APPROVAL, PAUSED, ASKING, INTERRUPTED -> "warn";
            case GOING_ON, HALTED, FINISHED -> "going";
        };
    }

    /** The same. */
    public static String mark(ChangeRun run) {
        return mark(run.status(), run.phase());
    }

    /** The class of a table row; empty for what nobody has to look at. */
    public static String edge(ChangeRun run) {
        String mark = mark(run);
        return mark.equals("crit") || mark.equals("warn") ? "edge-" + mark : "";
    }

    /** How long a run lasts, or lasted. */
    public static String lasted(ChangeRun run, Wording wording) {
        Instant end = run.endedAt();
        return StateStrip.brief(Duration.between(run.begunAt(), end == null ? wording.now() : end));
    }

    /** How long a step took; below ten seconds with a tenth. */
    public static String took(Duration time) {
        return time.compareTo(Duration.ofSeconds(10)) < 0
                ? String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0)
                : StateStrip.brief(time);
    }

    /** As much of a digest as tells two apart. */
    public static String digest(String whole) {
        return whole.substring(0, Math.min(DIGEST, whole.length()));
    }

    /** Who acts, without the word for people, whom one knows by name. */
    public static String who(String actor) {
        return actor.startsWith("person:") ? actor.substring("person:".length()) : actor;
    }

    /** Whether the reason of a run says more than the word for it. */
    public static boolean saysMore(ChangeRun run) {
        return !run.reason().isEmpty() && !run.reason().equals(word(run));
    }

    /** Who carried a run out; of one that was uploaded, as its journal says. */
    public static String by(ChangeRun run) {
        return run.isUploaded() ? run.offlineBy() : who(run.who());
    }

    /** {@code qa, prod}. */
    public static String environments(ChangeRun run) {
        return run.environments().isEmpty() ? "none" : String.join(", ", run.environments());
    }

    /** The last of what was printed, as much as a page takes. */
    public static String bounded(String output) {
        int before = output.length() - MUCH;
        return before <= 0
                ? output
                : "… %,d characters before, by the API%n".formatted(before)
                        + output.substring(before);
    }

    /** {@code serial 25%, a step after the other, 2 hosts may fail}. */
    public static String settings(RunSettings settings) {
        List<String> parts = new ArrayList<>();
        String strategy = settings.strategy().toString();
        parts.add(strategy.equals("all") ? "all hosts at once" : strategy);
        if (settings.order() == RunSettings.Order.STEP_FIRST) {
            parts.add("a step after the other");
        }
        if (settings.failuresAllowed() > 0) {
            parts.add(Wording.counted(settings.failuresAllowed(), "host") + " may fail");
        }
        if (settings.atOnce() != RunSettings.USUALLY_AT_ONCE) {
            parts.add("%d steps at one time".formatted(settings.atOnce()));
        }
        if (settings.approval()) {
            parts.add("with a second person’s approval");
        }
        return String.join(", ", parts);
    }

    /** What a command line is to do, by the names of the steps. */
    public static String tasks(Ask ask) {
        String jobs = ask.tasks().stream().map(LocalTask::job).collect(Collectors.joining(", "));
        return ask.kind() == Ask.Kind.LOCAL_LOOK ? "To look at " + brief(jobs) : brief(jobs);
    }

    /** As much of a text from elsewhere as is read in a line or two. */
    public static String brief(String text) {
        return text.length() <= LONG ? text : text.substring(0, LONG) + "…";
    }
}
