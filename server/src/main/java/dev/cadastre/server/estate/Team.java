package dev.cadastre.server.estate;

import dev.cadastre.ini.Origin;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A team, which can own environments, groups and hosts.
 *
 * @param name its name, unique among teams
 * @param contacts how to reach it: what its section states, such as {@code email}; unmodifiable
 * @param origin where it is defined
 */
public record Team(String name, Map<String, String> contacts, Origin origin) {
    /** Keeps a copy of the contacts. */
    public Team {
        contacts = Collections.unmodifiableMap(new LinkedHashMap<>(contacts));
    }
}
