package dev.cadastre.change.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.At;
import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A run without hosts: each line of a play says what happens, and after the arrow what the course
 * begins then. Steps at one place end by {@code ok a}, {@code changed a}, {@code failed a} and the
 * like; {@code here} is this machine.
 */
final class Play {

    private RunView view;

    private Play(RunHead head) {
        view = RunView.of(new RunEntry.Begun(World.NOW, head));
    }

    /** A run that has the locks of its hosts, of which the last is being opened yet. */
    static Play opened(String jobs, RunSettings settings, String... hosts) {
        return of(jobs, settings, hosts).opening(hosts[hosts.length - 1]);
    }

    /**
     * A run.
     *
     * @param jobs as in {@code open | conf restarts nginx | migrate local | try trial | look note |
     *     close}
     */
    static Play of(String jobs, RunSettings settings, String... hosts) {
        return new Play(
                new RunHead(
                        "42",
                        "alice",
                        "",
                        "shop",
                        "sha256:c",
                        "",
                        "shop",
                        new TreeMap<>(),
                        settings,
                        List.of(hosts),
                        List.of(jobs.split(" \\| ")).stream().map(Play::job).toList()));
    }

    private static JobLine job(String text) {
        List<String> words = List.of(text.trim().split(" "));
        String name = words.get(0);
        boolean note = words.contains("note");
        boolean wait = words.contains("wait");
        JobLine.Kind kind =
                switch (name) {
                    case "open" -> JobLine.Kind.OPEN;
                    case "close" -> JobLine.Kind.CLOSE;
                    default ->
                            note
                                    ? JobLine.Kind.NOTE
                                    : wait ? JobLine.Kind.WAIT : JobLine.Kind.SCRIPT;
                };
        At at = words.contains("local") ? At.LOCAL : words.contains("both") ? At.BOTH : At.REMOTE;
        return new JobLine(
                name,
                at,
                kind,
                wait ? "wait.monitor" : words.contains("trial") ? "test.run" : name,
                "do " + name,
                after(words, "restarts"),
                after(words, "reloads"),
                words.contains("byhand") ? "undo " + name + " by hand" : "");
    }

    private static List<String> after(List<String> words, String word) {
        int at = words.indexOf(word);
        return at < 0 ? List.of() : List.of(words.get(at + 1));
    }

    /** Connects to hosts and opens them, but for the last, which is left in flight. */
    Play opening(String last) {
        Step awaited = new Step(Step.Kind.OPEN, "", place(last));
        follow();
        while (!view.inFlight().equals(List.of(awaited))) {
            for (Step step : view.inFlight()) {
                if (step.kind() == Step.Kind.OPEN && !step.place().isLocal()) {
                    add(new RunEntry.Locked(World.NOW, step.place()));
                }
                if (!step.equals(awaited)) {
                    ended(step.place(), Status.OK, false);
                }
            }
            follow();
        }
        return this;
    }

    RunView view() {
        return view;
    }

    /** Plays lines, and checks what follows from each. */
    Play play(String lines) {
        for (String line : lines.strip().split("\n", -1)) {
            String[] parts = line.split(" *-> *", -1);
            for (String event : parts[0].strip().split("; *", -1)) {
                happen(event.strip());
            }
            String expected = parts.length < 2 ? "" : parts[1].strip();
            assertThat(follow()).as(line.strip()).isEqualTo(expected);
        }
        return this;
    }

    private String follow() {
        List<String> told = new ArrayList<>();
        while (true) {
            Decision decision = Course.next(view);
            if (decision instanceof Decision.Start start) {
                for (Step step : start.steps()) {
                    add(new RunEntry.Started(World.NOW, step));
                    told.add(words(step));
                }
            } else if (decision instanceof Decision.Pause pause) {
                add(new RunEntry.Paused(World.NOW, pause.stage(), pause.reason()));
                told.add("pause");
            } else if (decision instanceof Decision.Finish finish) {
                add(new RunEntry.Finished(World.NOW, finish.status(), finish.reason()));
                told.add(finish.status().words());
            } else if (decision instanceof Decision.Ask) {
                told.add("ask");
                return String.join(", ", told);
            } else {
                return String.join(", ", told);
            }
        }
    }

    private static String words(Step step) {
        String place = step.place().isLocal() ? "here" : step.place().host();
        return switch (step.kind()) {
            case JOB -> "%s@%s".formatted(step.subject(), place);
            case REACH, OPEN, RELEASE ->
                    "%s@%s".formatted(step.kind().name().toLowerCase(Locale.ROOT), place);
            default ->
                    "%s %s@%s"
                            .formatted(
                                    step.kind().name().toLowerCase(Locale.ROOT),
                                    step.subject(),
                                    place);
        };
    }

    private void add(RunEntry entry) {
        view = view.after(List.of(entry));
    }

    private void happen(String event) {
        List<String> words = List.of(event.split(" "));
        String last = words.get(words.size() - 1);
        switch (words.get(0)) {
            case "start" -> {}
            case "ok", "changed" -> ended(place(last), Status.OK, words.get(0).equals("changed"));
            case "failed" -> ended(place(last), Status.FAILED, true);
            case "refused" -> ended(place(last), Status.FAILED, false);
            case "busy" -> ended(place(last), Status.FAILED, false, "still-runs");
            case "lost" -> ended(place(last), Status.ERROR, true);
            case "late" -> ended(place(last), Status.TIMED_OUT, true);
            case "stopped" -> ended(place(last), Status.STOPPED, true);
            case "blocked" -> ended(place(last), Status.BLOCKED, false);
            case "unreached" -> ended(place(last), Status.ERROR, false);
            case "locked" -> add(new RunEntry.Locked(World.NOW, place(last)));
            case "opened" -> {
                add(new RunEntry.Locked(World.NOW, place(last)));
                ended(place(last), Status.OK, false);
            }
            case "killed" -> add(new RunEntry.TakenUp(World.NOW, "bob"));
            case "looked" -> looked(words);
            default -> add(new RunEntry.Requested(World.NOW, "bob", request(words)));
        }
    }

    /** {@code looked conf@a again}. */
    private void looked(List<String> words) {
        String[] cell = words.get(1).split("@", -1);
        Step.Kind kind = view.isUndoing() ? Step.Kind.UNDO : Step.Kind.JOB;
        RunEntry.Verdict verdict =
                words.get(2).equals("again") ? RunEntry.Verdict.AGAIN : RunEntry.Verdict.UNCLEAR;
        Step step = new Step(kind, cell[0], place(cell[1]));
        add(new RunEntry.Looked(World.NOW, step, verdict, "it was looked at"));
    }

    private RunRequest request(List<String> words) {
        String job = words.size() > 1 ? words.get(1) : "";
        Set<Place> at = words.size() > 3 ? Set.of(place(words.get(3))) : Set.of();
        RunRequest request =
                switch (words.get(0)) {
                    case "halt" -> new RunRequest.Halt();
                    case "stop" -> new RunRequest.Stop();
                    case "resume" -> new RunRequest.Resume(null);
                    case "from" -> new RunRequest.Resume(job);
                    case "retry" -> new RunRequest.Retry();
                    case "skip" -> new RunRequest.Skip(job, at);
                    case "confirm" -> new RunRequest.Confirm(job, at);
                    case "done" -> new RunRequest.Settle(job, at, true);
                    case "undone" -> new RunRequest.Settle(job, at, false);
                    case "approve" -> new RunRequest.Approve();
                    case "undo" -> new RunRequest.Undo();
                    case "release" -> new RunRequest.Release();
                    default -> throw new IllegalArgumentException("unknown: " + words);
                };
        Refusal refusal = RequestRules.refusal(view, "bob", request);
        assertThat(refusal).as("%s", words).isNull();
        return request;
    }

    private static Place place(String name) {
        return name.equals("here") ? Place.LOCAL : Place.host(name);
    }

    private void ended(Place place, Status status, boolean changed) {
        ended(place, status, changed, "");
    }

    private void ended(Place place, Status status, boolean changed, String code) {
        @Nullable Step step = view.lane(place).running();
        assertThat(step).as("in flight at %s", place).isNotNull();
        Ending ending = Ending.not(status, code, "it is so").changing(changed);
        if (step != null) {
            add(new RunEntry.Ended(World.NOW, step, ending));
        }
    }
}
