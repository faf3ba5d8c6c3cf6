package dev.cadastre.server.alerting.delivering;

import dev.cadastre.server.alerting.Incident;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Incidents that nobody can be told of. They are told once somebody can be. Thread-safe. */
@Component
class NobodyToTell {

    private static final Logger log = LoggerFactory.getLogger(NobodyToTell.class);

    private final Map<Long, Untold> untold = new ConcurrentHashMap<>();

    void note(Incident incident, String why, Instant now) {
        Untold before = untold.get(incident.id());
        if (before == null) {
            log.warn(
                    "Nobody can be told of incident {}, {}: {}",
                    incident.id(),
                    incident.title(),
                    why);
        }
        untold.put(
                incident.id(),
                new Untold(
                        incident.id(),
                        incident.title(),
                        incident.environment(),
                        why,
                        before == null ? now : before.since()));
    }

    void forget(long incident) {
        untold.remove(incident);
    }

    void keepOnly(Set<Long> incidents) {
        untold.keySet().retainAll(incidents);
    }

    /** The oldest first. */
    List<Untold> all() {
        return untold.values().stream().sorted(Comparator.comparingLong(Untold::incident)).toList();
    }
}
