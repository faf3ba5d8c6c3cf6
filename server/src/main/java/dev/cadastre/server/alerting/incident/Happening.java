package dev.cadastre.server.alerting.incident;

import java.util.Locale;

/** What becomes of an incident. */
public enum Happening {
    /** It is new. */
    OPENED,
    /** Something of it is worse than anything before. */
    WORSE,
    /** Nothing of it is left. */
    RESOLVED,
    /** What was left of it is because of another. */
    MERGED;

    /** The kind of the event that tells of it. */
    public String event() {
        return "incident." + name().toLowerCase(Locale.ROOT);
    }
}
