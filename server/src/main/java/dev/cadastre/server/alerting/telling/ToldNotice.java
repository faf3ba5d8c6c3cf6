package dev.cadastre.server.alerting.telling;

import dev.cadastre.server.monitoring.MonitorState;
import java.time.Instant;
import java.util.List;

/**
 * What was told of an incident.
 *
 * @param ordinal counts those of one kind, from 0
 * @param severity how bad the incident was then
 * @param unreached the teams that did not hear of it and will not
 * @param heard whether somebody did hear of it, or may well
 */
public record ToldNotice(
        NoticeKind kind,
        int ordinal,
        MonitorState severity,
        Instant at,
        List<Unreached> unreached,
        boolean heard) {

    /** Copies the teams. */
    public ToldNotice {
        unreached = List.copyOf(unreached);
    }
}
