package dev.cadastre.server.alerting.received;

import dev.cadastre.server.alerting.incident.Change;
import dev.cadastre.server.alerting.incident.Verdict;
import dev.cadastre.server.monitoring.MonitorState;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What another system says is wrong.
 *
 * @param fingerprint of its labels
 * @param name what it is called
 * @param asset what it is about
 * @param environment where that is
 * @param output what it says, one line
 * @param source where the sender shows it; null if that was not said
 * @param begins since when it is so
 * @param ends when it is over, if it is not sent again
 * @param because the asset that it is because of, by the map; null if there is none
 * @param downtime whether a downtime is about it, so that it is no failure
 */
record Alert(
        String fingerprint,
        Map<String, String> labels,
        Map<String, String> annotations,
        String name,
        String asset,
        String environment,
        MonitorState state,
        String output,
        @Nullable String source,
        Instant begins,
        Instant ends,
        @Nullable String because,
        boolean downtime) {

    private static final String KEY = "alert:";

    /** The same with what else is known of its asset. */
    Alert in(@Nullable String other, boolean ofDowntime) {
        return new Alert(
                fingerprint,
                labels,
                annotations,
                name,
                asset,
                environment,
                state,
                output,
                source,
                begins,
                ends,
                other,
                ofDowntime);
    }

    /** The same as it goes on: it began when it was first told, and what else is known is so. */
    Alert following(Alert before) {
        return new Alert(
                fingerprint,
                labels,
                annotations,
                name,
                asset,
                environment,
                state,
                output,
                source,
                before.begins.isBefore(begins) ? before.begins : begins,
                ends,
                before.because,
                before.downtime);
    }

    /** Whether somebody has to hear of the difference; other words are none. */
    boolean differsFrom(Alert before) {
        return state != before.state || !asset.equals(before.asset);
    }

    /** Whether what else is known of its asset is another. */
    boolean isOtherwise(Alert before) {
        return downtime != before.downtime || !Objects.equals(because, before.because);
    }

    /** What is to be thought of it while it lasts. */
    Change lasts(Instant now) {
        return downtime ? isOver(now, Change.DOWNTIME) : fails(now);
    }

    private Change fails(Instant now) {
        return new Change(
                KEY + fingerprint,
                null,
                name,
                asset,
                environment,
                Verdict.FAILS,
                state,
                output,
                begins,
                now,
                because,
                "");
    }

    Change isOver(Instant at, String reason) {
        return new Change(
                KEY + fingerprint,
                null,
                name,
                asset,
                environment,
                Verdict.FINE,
                state,
                output,
                at,
                at,
                null,
                reason);
    }
}
