package dev.cadastre.server.estate;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A host declared by API.
 *
 * @param environment its environment; {@link Environment#UNASSIGNED} for none
 * @param settings values of {@code address} and {@code ssh.*}, without references
 * @param actor who added it
 */
record AddedHost(String name, String environment, Map<String, String> settings, String actor) {
    AddedHost {
        settings = Map.copyOf(settings);
    }

    Level level() {
        Map<String, String> values = new LinkedHashMap<>(settings);
        values.put(Keys.ENVIRONMENT, environment);
        return Additions.level(actor, SectionKind.HOST, name, values);
    }
}
