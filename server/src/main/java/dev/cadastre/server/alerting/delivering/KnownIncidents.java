package dev.cadastre.server.alerting.delivering;

import dev.cadastre.server.alerting.Incident;
import dev.cadastre.server.alerting.IncidentStory;
import dev.cadastre.server.alerting.silence.Silences;
import dev.cadastre.server.alerting.watching.Incidents;
import java.util.List;
import org.springframework.stereotype.Component;

/** The incidents that there are. */
@Component
class KnownIncidents implements IncidentSource {

    private final Incidents incidents;
    private final Silences silences;

    KnownIncidents(Incidents incidents, Silences silences) {
        this.incidents = incidents;
        this.silences = silences;
    }

    @Override
    public List<Incident> unsettled() {
        return incidents.unsettled();
    }

    @Override
    public IncidentStory story(long incident) {
        return incidents.story(incident);
    }

    @Override
    public boolean isSilenced(Incident incident) {
        return silences.isSilenced(incident);
    }

    @Override
    public void settle(long incident) {
        incidents.settle(incident);
    }
}
