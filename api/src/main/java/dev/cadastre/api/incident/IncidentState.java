package dev.cadastre.api.incident;

/** How far an incident has come. */
public enum IncidentState {
    OPEN,
    ACKNOWLEDGED,
    RESOLVED
}
