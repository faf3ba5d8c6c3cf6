package dev.cadastre.server.alerting;

import java.time.Instant;

/**
 * What somebody said of an incident.
 *
 * @param by who, such as {@code person:anna}
 */
public record IncidentComment(Instant at, String by, String text) {}
