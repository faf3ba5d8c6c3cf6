package dev.cadastre.server.estate;

/** How bad it is that a rule is breached, the least first. */
public enum RuleSeverity {
    /** Worth knowing. */
    INFO,
    /** To be put right. */
    WARNING,
    /** To be put right at once. */
    CRITICAL
}
