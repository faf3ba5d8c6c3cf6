package dev.cadastre.server.estate;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A host that was added by API.
 *
 * @param actor who added it
 */
record AddedHost(NewHost host, String actor) {
    String name() {
        return host.name();
    }

    Level level() {
        Map<String, String> values = new LinkedHashMap<>(host.settings());
        if (host.environment() != null) {
            values.put(Keys.ENVIRONMENT, host.environment());
        }
        if (!host.groups().isEmpty()) {
            values.put(Keys.GROUPS, String.join(" ", host.groups()));
        }
        return Additions.level(actor, SectionKind.HOST, name(), values);
    }
}
