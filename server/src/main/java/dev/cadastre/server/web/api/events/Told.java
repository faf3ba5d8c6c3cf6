package dev.cadastre.server.web.api.events;

import dev.cadastre.api.monitor.StateTold;
import dev.cadastre.server.timeline.TimelineEvent;
import java.util.List;

/** What a listener is sent. */
sealed interface Told {

    /** Something that happened, and stays in the timeline. */
    record Happened(TimelineEvent event) implements Told {}

    /** Monitors of which something else is thought. */
    record Changed(List<StateTold> items) implements Told {}
}
