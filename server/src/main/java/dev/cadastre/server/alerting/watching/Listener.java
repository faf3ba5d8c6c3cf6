package dev.cadastre.server.alerting.watching;

import dev.cadastre.server.alerting.incident.Change;
import dev.cadastre.server.alerting.keeping.HeardTable;
import dev.cadastre.server.monitoring.MonitorsChanged;
import dev.cadastre.server.monitoring.state.StatesChanged;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes down what monitors tell in the transaction in which they tell it, so that no change is
 * known that nobody will hear of.
 */
@Component
class Listener {

    private final HeardTable heard;
    private final Clock clock;

    Listener(HeardTable heard, Clock clock) {
        this.heard = heard;
        this.clock = clock;
    }

    @EventListener
    void hear(StatesChanged changed) {
        List<Change> changes =
                changed.changes().stream().filter(Change::matters).map(Change::of).toList();
        if (!changes.isEmpty()) {
            heard.add(changes);
        }
    }

    @EventListener
    void hear(MonitorsChanged changed) {
        if (!changed.ended().isEmpty()) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            heard.add(changed.ended().stream().map(id -> Change.gone(id, now)).toList());
        }
    }
}
