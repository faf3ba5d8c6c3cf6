package dev.cadastre.server.web.page.run;

import dev.cadastre.change.Status;
import dev.cadastre.change.run.Hold;
import dev.cadastre.change.run.Lane;
import dev.cadastre.server.change.ChangeRun;
import dev.cadastre.server.web.page.Wording;
import java.util.ArrayList;
import java.util.List;

/** What people can do about a run as it is. Pure. */
final class RunNext {

    private RunNext() {}

    /** In sentences; none if nobody has to do anything. */
    static List<String> of(ChangeRun run, List<Lane> lanes) {
        if (run.isUploaded()) {
            return run.status() == Status.OK
                    ? List.of()
                    : List.of(
                            "It is carried out without this server: go on with it there, and upload it"
                                    + " again.");
        }
        return switch (run.phase()) {
            case WAITING_FOR_APPROVAL ->
                    List.of("A second person has to approve it before anything is begun.");
            case GOING_ON, HALTED -> List.of();
            case PAUSED ->
                    List.of(
                            "The first hosts are done. Look at them, and resume it to go on with the"
                                    + " others.");
            case ASKING -> List.of("It goes on when the question is answered.");
            case INTERRUPTED ->
                    List.of("Resume it: what was in flight is looked at first, and not guessed.");
            case FINISHED -> finished(run, lanes);
        };
    }

    private static List<String> finished(ChangeRun run, List<Lane> lanes) {
        List<String> next = new ArrayList<>();
        if (run.status() == Status.OK) {
            return next;
        }
        next.add(
                run.status() == Status.BLOCKED
                        ? "Resume it when whoever has the lock is done. If nobody works there any"
                                + " more, break the lock as said, and resume it then."
                        : "Put right what is wrong, and resume it; or undo what it did.");
        long locked = lanes.stream().filter(lane -> lane.hold().lock() != Hold.Lock.FREE).count();
        if (locked > 0) {
            next.add(
                    "It keeps the %s of %s until it is resumed, undone or given up, and what it brought"
                                    .formatted(
                                            Wording.noun(locked, "lock"),
                                            Wording.counted(locked, "host"))
                            + " lies there to be looked at.");
        }
        return next;
    }
}
