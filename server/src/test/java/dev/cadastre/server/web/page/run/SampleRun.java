package dev.cadastre.server.web.page.run;

import dev.cadastre.change.At;
import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import dev.cadastre.change.run.Ending;
import dev.cadastre.change.run.JobLine;
import dev.cadastre.change.run.RunEntry;
import dev.cadastre.change.run.RunHead;
import dev.cadastre.change.run.RunRequest;
import dev.cadastre.change.run.RunSettings;
import dev.cadastre.change.run.RunView;
import dev.cadastre.change.run.Step;
import dev.cadastre.server.change.ChangeRun;
import dev.cadastre.server.change.RunPhase;
import dev.cadastre.server.change.running.RunStory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

/** A run as its journal has it, without hosts. */
final class SampleRun {

    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final List<RunEntry> entries = new ArrayList<>();
    private final RunHead head;

    private SampleRun(List<String> hosts, List<JobLine> jobs) {
        head =
                new RunHead(
                        "7-abcdef01",
                        "person:anna",
                        "release 4.2",
                        "shop",
                        "d1",
                        "d2",
                        "shop",
                        new TreeMap<>(Map.of("version", "4.2")),
                        RunSettings.USUAL,
                        hosts,
                        jobs);
        entries.add(new RunEntry.Begun(NOON, head));
    }

    /** With hosts {@code web001} and so on, and remote steps {@code step-01} and so on. */
    static SampleRun of(int hosts, int steps) {
        return new SampleRun(
                IntStream.rangeClosed(1, hosts).mapToObj(SampleRun::host).toList(),
                IntStream.rangeClosed(1, steps).mapToObj(i -> job(step(i), At.REMOTE)).toList());
    }

    static SampleRun of(List<String> hosts, List<JobLine> jobs) {
        return new SampleRun(hosts, jobs);
    }

    static String host(int number) {
        return "web%03d".formatted(number);
    }

    static String step(int number) {
        return "step-%02d".formatted(number);
    }

    static JobLine job(String name, At at) {
        return new JobLine(
                name,
                at,
                JobLine.Kind.SCRIPT,
                "files.copy",
                "copies " + name,
                List.of(),
                List.of(),
                "");
    }

    SampleRun started(String host, String step) {
        return with(new RunEntry.Started(NOON, at(host, step)));
    }

    SampleRun ended(String host, String step, Status status, boolean changed, String reason) {
        return ended(host, step, status, changed, reason, "");
    }

    SampleRun ended(
            String host, String step, Status status, boolean changed, String reason, String said) {
        started(host, step);
        return with(
                new RunEntry.Ended(
                        NOON.plusSeconds(3),
                        at(host, step),
                        new Ending(
                                status,
                                changed,
                                status == Status.OK ? "" : "command-failed",
                                reason,
                                Duration.ofMillis(1_234),
                                List.of(),
                                List.of(),
                                Map.of(),
                                said)));
    }

    SampleRun asked(RunRequest request) {
        return with(new RunEntry.Requested(NOON.plusSeconds(9), "person:bob", request));
    }

    SampleRun finished(Status status, String reason) {
        return with(new RunEntry.Finished(NOON.plusSeconds(60), status, reason));
    }

    SampleRun with(RunEntry entry) {
        entries.add(entry);
        return this;
    }

    private static Step at(String host, String step) {
        Place place = host.isEmpty() ? Place.LOCAL : Place.host(host);
        return new Step(Step.Kind.JOB, step, place);
    }

    List<RunEntry> entries() {
        return List.copyOf(entries);
    }

    RunView view() {
        return RunView.of(entries);
    }

    RunStory story() {
        RunView view = view();
        return new RunStory(run(view.status(), RunPhase.of(view)), view, places(view), List.of());
    }

    private static Set<Place> places(RunView view) {
        return view.lanes().keySet();
    }

    ChangeRun run(Status status, RunPhase phase) {
        return run(status, phase, "");
    }

    ChangeRun run(Status status, RunPhase phase, String offlineBy) {
        return new ChangeRun(
                7,
                head.run(),
                new UUID(0, 1),
                "0123456789abcdef".repeat(4),
                head.change(),
                status,
                phase,
                view().reason(),
                head.who(),
                head.who(),
                head.why(),
                List.of("qa"),
                head.hosts().stream().map(host -> new ChangeRun.RunHost(host, "qa")).toList(),
                NOON,
                status.isFinal() ? NOON.plusSeconds(60) : null,
                entries.size(),
                view().isUndoing(),
                "",
                offlineBy);
    }

    RunMatrix matrix(MatrixFilter filter) {
        return RunMatrix.of(view(), story().lanes(), filter);
    }

    RunMatrix matrix() {
        return matrix(MatrixFilter.of(7, "", "", 0));
    }
}
