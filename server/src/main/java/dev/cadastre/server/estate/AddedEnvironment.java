package dev.cadastre.server.estate;

import java.util.Map;

/**
 * An environment declared by API.
 *
 * @param actor who added it
 */
record AddedEnvironment(String name, String actor) {
    Level level() {
        return Additions.level(actor, SectionKind.ENVIRONMENT, name, Map.of());
    }
}
