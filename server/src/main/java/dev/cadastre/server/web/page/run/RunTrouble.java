package dev.cadastre.server.web.page.run;

import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import dev.cadastre.change.run.Lane;
import dev.cadastre.change.run.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What failed in the same way at some places.
 *
 * @param what what was done
 * @param status how that ended
 * @param reason why, in a sentence
 * @param places where
 */
public record RunTrouble(String what, Status status, String reason, List<Place> places) {

    private record Alike(String what, Status status, String reason) {}

    /** Whether somebody else has the lock there. */
    public boolean isBlocked() {
        return status == Status.BLOCKED;
    }

    /** All that failed, what failed at most places first. */
    static List<RunTrouble> of(List<Lane> lanes) {
        Map<Alike, List<Place>> alike = new LinkedHashMap<>();
        for (Lane lane : lanes) {
            Lane.Failure failure = lane.failure();
            if (failure != null) {
                alike.computeIfAbsent(
                                new Alike(
                                        what(failure.step()),
                                        failure.ending().status(),
                                        failure.ending().reason()),
                                _ -> new ArrayList<>())
                        .add(lane.place());
            }
        }
        return alike.entrySet().stream()
                .map(one ->
                        new RunTrouble(
                                one.getKey().what(),
                                one.getKey().status(),
                                one.getKey().reason(),
                                one.getValue()))
                .sorted((one, other) -> other.places().size() - one.places().size())
                .toList();
    }

    /** Without the place, which may be one of many. */
    static String what(Step step) {
        return switch (step.kind()) {
            case REACH -> "connecting";
            case OPEN -> "taking the lock, and looking";
            case JOB -> step.subject();
            case UNDO -> "undoing " + step.subject();
            case RESTART -> "restarting " + step.subject();
            case RELOAD -> "reloading " + step.subject();
            case RELEASE -> "giving the lock back";
        };
    }
}
