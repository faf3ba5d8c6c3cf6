package dev.cadastre.server.change.telling;

import dev.cadastre.change.plan.Place;
import dev.cadastre.change.run.Cell;
import dev.cadastre.change.run.Lane;
import dev.cadastre.change.run.RunEntry;
import dev.cadastre.change.run.RunRequest;
import dev.cadastre.change.run.RunView;
import dev.cadastre.server.change.ChangeRun;
import dev.cadastre.server.change.ChangeRun.RunHost;
import dev.cadastre.server.timeline.NewEvent;
import dev.cadastre.server.timeline.Timeline;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells the timeline of runs, in the transaction that writes them down. */
@Component
public class RunEvents {

    private static final int LONGEST = 500;

    private final Timeline timeline;

    RunEvents(Timeline timeline) {
        this.timeline = timeline;
    }

    /**
     * Tells what entries say that concerns others.
     *
     * @param view what is known with them
     * @param told the number of the entry up to which hosts were told that they were changed
     */
    public void tell(ChangeRun run, RunView view, List<RunEntry> entries, int told) {
        List<NewEvent> events = new ArrayList<>();
        for (RunEntry entry : entries) {
            switch (entry) {
                case RunEntry.Begun begun -> begun(run, begun, events);
                // Who asked is only known where it was asked.
                case RunEntry.Requested _ when run.isUploaded() -> {}
                case RunEntry.Requested requested ->
                        everywhere(
                                run,
                                "asked",
                                "was asked to " + words(requested.request()),
                                requested.who(),
                                events);
                case RunEntry.Finished finished -> {
                    String reason = finished.reason().isEmpty() ? "" : ": " + finished.reason();
                    everywhere(
                            run,
                            "finished",
                            "ended as " + finished.status().words() + reason,
                            run.who(),
                            events);
                    changed(run, view, told, events);
                }
                default -> {}
            }
        }
        if (!events.isEmpty()) {
            timeline.appendAll(events);
        }
    }

    private static void begun(ChangeRun run, RunEntry.Begun begun, List<NewEvent> events) {
        if (run.isUploaded()) {
            String words =
                    "was carried out without this server by %s since %s, and uploaded"
                            .formatted(run.offlineBy(), begun.at().truncatedTo(ChronoUnit.SECONDS));
            everywhere(run, "uploaded", words, run.who(), events);
        } else {
            everywhere(run, "begun", "was started", begun.head().who(), events);
        }
    }

    private static void everywhere(
            ChangeRun run, String what, String words, String who, List<NewEvent> events) {
        for (String environment : run.environments()) {
            // A reason may name hosts, which not everybody sees who sees one of the environments.
            String said =
                    run.environments().size() > 1 && what.equals("finished")
                            ? words.replaceFirst(":.*", "")
                            : words;
            events.add(event(run, "run:" + run.id(), environment, what, said, who));
        }
    }

    private static NewEvent event(
            ChangeRun run,
            String asset,
            String environment,
            String what,
            String words,
            String who) {
        String summary = "Run %d of %s %s".formatted(run.id(), run.change(), words);
        return new NewEvent(
                asset,
                environment,
                "run." + what,
                plain(summary),
                "{\"run\":%d}".formatted(run.id()),
                who,
                Long.toString(run.id()));
    }

    private static void changed(ChangeRun run, RunView view, int told, List<NewEvent> events) {
        for (RunHost host : run.hosts()) {
            Lane lane = view.lanes().get(Place.host(host.host()));
            long changes = lane == null ? 0 : changes(lane, told);
            if (changes > 0) {
                events.add(
                        event(
                                run,
                                "host:" + host.host(),
                                host.environment(),
                                "changed",
                                changes == 1
                                        ? "changed one thing here"
                                        : "changed %d things here".formatted(changes),
                                run.who()));
            }
        }
    }

    private static long changes(Lane lane, int told) {
        return Stream.of(lane.jobs(), lane.undone())
                .flatMap(cells -> cells.values().stream())
                .mapToInt(Cell::changedAt)
                .filter(number -> number > told)
                .count();
    }

    private static String words(RunRequest request) {
        return switch (request) {
            case RunRequest.Resume resume ->
                    resume.from() == null ? "go on" : "go on from " + resume.from();
            case RunRequest.Skip skip -> "skip " + skip.job();
            case RunRequest.Confirm confirm -> "go on, since " + confirm.job() + " is done";
            case RunRequest.Settle settle ->
                    "take %s for %s".formatted(settle.job(), settle.done() ? "done" : "not done");
            case RunRequest.Approve _ -> "begin, which approves it";
            case RunRequest.Release _ -> "give up";
            default -> request.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        };
    }

    /** What a host says may be in it. */
    private static String plain(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
