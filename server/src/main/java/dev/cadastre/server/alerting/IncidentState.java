package dev.cadastre.server.alerting;

/** How far an incident has come. */
public enum IncidentState {
    /** Nobody has said yet that they look after it. */
    OPEN,
    /** Somebody looks after it. */
    ACKNOWLEDGED,
    /** Nothing of it is left, or a person said that it is over. */
    RESOLVED
}
