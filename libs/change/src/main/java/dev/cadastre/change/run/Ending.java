package dev.cadastre.change.run;

import dev.cadastre.change.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a step ended.
 *
 * @param status a final one
 * @param changed whether something was changed; of one that is not OK, whether something may have
 *     been
 * @param code a stable word for why; empty if it is OK
 * @param reason why, in a sentence
 * @param took how long
 * @param wishes what was changed, a line each
 * @param differences of files, as unified diffs
 * @param before what was there before, by key, for undoing
 * @param output what commands printed, bounded
 */
public record Ending(
        Status status,
        boolean changed,
        String code,
        String reason,
        Duration took,
        List<String> wishes,
        List<String> differences,
        Map<String, String> before,
        String output) {

    /** Checks it. */
    public Ending {
        if (!status.isFinal()) {
            throw new IllegalArgumentException("nothing ends as " + status);
        }
        wishes = List.copyOf(wishes);
        differences = List.copyOf(differences);
        before = Map.copyOf(before);
    }

    /** It is as wished, and nothing was changed. */
    static Ending ok(String reason) {
        return plain(Status.OK, false, "", reason);
    }

    /** It is not, and nothing was changed. */
    static Ending not(Status status, String code, String reason) {
        return plain(status, false, code, reason);
    }

    /** It was cut, so that nobody knows how far it came. */
    static Ending cut(Status status, String code, String reason) {
        return plain(status, true, code, reason);
    }

    private static Ending plain(Status status, boolean changed, String code, String reason) {
        return new Ending(
                status, changed, code, reason, Duration.ZERO, List.of(), List.of(), Map.of(), "");
    }

    /** The same with the time that it took. */
    Ending after(Duration time) {
        return new Ending(status, changed, code, reason, time, wishes, differences, before, output);
    }

    /** The same, having changed something or not. */
    Ending changing(boolean did) {
        return new Ending(status, did, code, reason, took, wishes, differences, before, output);
    }

    /** The same with this output. */
    public Ending printing(String text) {
        return new Ending(status, changed, code, reason, took, wishes, differences, before, text);
    }
}
