package dev.cadastre.api.incident;

import java.time.Instant;

/**
 * What somebody said of an incident.
 *
 * @param by who, {@code person:anna}
 */
public record IncidentComment(Instant at, String by, String text) {}
