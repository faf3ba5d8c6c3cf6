package dev.cadastre.server.web.api.events;

import dev.cadastre.api.monitor.StateTold;
import dev.cadastre.api.run.RunTold;
import dev.cadastre.server.timeline.TimelineEvent;
import java.util.List;

/** What a listener is sent. */
sealed interface Told {

    /** Something that happened, and stays in the timeline. */
    record Happened(TimelineEvent event) implements Told {}

    /** Monitors of which something else is thought. */
    record Changed(List<StateTold> items) implements Told {}

    /** A run of which more is known. */
    record Progressed(RunTold run) implements Told {}
}
