package dev.cadastre.api.incident;

import java.util.List;

/**
 * Whom and what an incident concerns.
 *
 * @param assets how many assets stop with the cause
 * @param monitors how many monitors cannot work because of it
 * @param apps applications among them, the first 50
 * @param teams teams that answer for any of them
 */
public record AffectedAssets(int assets, int monitors, List<String> apps, List<String> teams) {}
