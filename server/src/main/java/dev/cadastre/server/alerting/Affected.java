package dev.cadastre.server.alerting;

import java.util.List;

/**
 * Whom and what an incident concerns.
 *
 * @param assets how many assets cannot work because of it
 * @param monitors how many monitors cannot
 * @param apps applications among them, by name; not more than are shown to a person
 * @param teams teams that answer for any of them, by name
 */
public record Affected(int assets, int monitors, List<String> apps, List<String> teams) {

    /** Nobody. */
    public static final Affected NOBODY = new Affected(0, 0, List.of(), List.of());

    /** Copies the lists. */
    public Affected {
        apps = List.copyOf(apps);
        teams = List.copyOf(teams);
    }
}
