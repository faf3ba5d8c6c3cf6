package dev.cadastre.server.web.page.run;

import dev.cadastre.change.plan.Place;
import dev.cadastre.change.run.RunEntry;
import dev.cadastre.change.run.RunRequest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A line of the story of a run: who asked for what, and how it came to rest.
 *
 * @param mark the class of its dot; empty for none
 * @param who the actor; null where nobody did it
 * @param words what was done
 */
public record RunTale(Instant at, String mark, @Nullable String who, String words) {

    private static final int MOST_NAMES = 5;

    /** The story, the newest line first. */
    static List<RunTale> of(List<RunEntry> entries) {
        return entries.reversed().stream()
                .map(RunTale::of)
                .flatMap(java.util.Optional::stream)
                .toList();
    }

    private static java.util.Optional<RunTale> of(RunEntry entry) {
        return java.util.Optional.ofNullable(
                switch (entry) {
                    case RunEntry.Requested(Instant at, String who, RunRequest request) ->
                            new RunTale(at, "", RunWording.who(who), words(request));
                    case RunEntry.Paused(Instant at, _, String reason) ->
                            new RunTale(at, "warn", null, "Paused: " + reason);
                    case RunEntry.TakenUp(Instant at, String who) ->
                            new RunTale(at, "", RunWording.who(who), "took it up again");
                    case RunEntry.Finished finished ->
                            new RunTale(
                                    finished.at(),
                                    RunWording.mark(finished.status()),
                                    null,
                                    finished.reason().isEmpty()
                                            ? finished.status().words()
                                            : finished.status().words() + ": " + finished.reason());
                    default -> null;
                });
    }

    static String words(RunRequest request) {
        return switch (request) {
            case RunRequest.Halt _ -> "halted it";
            case RunRequest.Stop _ -> "stopped it";
            case RunRequest.Resume(String from) ->
                    from == null ? "resumed it" : "resumed it from " + from;
            case RunRequest.Retry _ -> "retried where it had failed";
            case RunRequest.Skip(String job, Set<Place> at) -> "skipped " + job + where(at);
            case RunRequest.Confirm(String job, Set<Place> at) -> "confirmed " + job + where(at);
            case RunRequest.Settle(String job, Set<Place> at, boolean done) ->
                    "said that %s %s%s"
                            .formatted(
                                    job, done ? "took effect" : "did not take effect", where(at));
            case RunRequest.Approve _ -> "approved it";
            case RunRequest.Undo _ -> "had it undone";
            case RunRequest.Release _ -> "gave it up, and its locks back";
        };
    }

    private static String where(Set<Place> at) {
        return at.isEmpty() ? "" : " on " + names(List.copyOf(at));
    }

    /** The first names, and how many more there are. */
    public static String names(List<Place> places) {
        List<Place> sorted = places.stream().sorted().toList();
        String first =
                sorted.stream()
                        .limit(MOST_NAMES)
                        .map(Place::toString)
                        .collect(Collectors.joining(", "));
        int more = sorted.size() - MOST_NAMES;
        return more > 0 ? first + " and %d more".formatted(more) : first;
    }
}
