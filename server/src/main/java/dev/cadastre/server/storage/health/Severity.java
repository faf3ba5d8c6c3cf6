package dev.cadastre.server.storage.health;

/** How bad a finding is. */
public enum Severity {
    /** Something does not work, or is lost if nobody acts. */
    ERROR,
    /** It works, and will not for ever. */
    WARNING
}
