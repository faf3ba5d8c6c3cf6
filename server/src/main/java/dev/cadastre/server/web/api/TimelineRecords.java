package dev.cadastre.server.web.api;

import dev.cadastre.server.timeline.TimelineEvent;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Timeline events as they are sent. */
@Component
public class TimelineRecords {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final JsonMapper json;

    TimelineRecords(JsonMapper json) {
        this.json = json;
    }

    public dev.cadastre.api.TimelineEvent event(TimelineEvent event) {
        return new dev.cadastre.api.TimelineEvent(
                event.id(),
                event.at(),
                event.asset(),
                event.environment(),
                event.kind(),
                event.summary(),
                json.readValue(event.detail(), OBJECT),
                event.actor(),
                event.run());
    }
}
