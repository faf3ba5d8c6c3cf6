package dev.cadastre.server.alerting.delivering;

import dev.cadastre.server.alerting.Incident;
import dev.cadastre.server.alerting.IncidentStory;
import java.util.List;

/** Knows incidents, as far as telling of them needs it. */
interface IncidentSource {

    /** All of which something may have to be told. */
    List<Incident> unsettled();

    IncidentStory story(long incident);

    /** Whether nothing is to be told of it now. */
    boolean isSilenced(Incident incident);

    /** Nothing will be told of it any more. */
    void settle(long incident);
}
