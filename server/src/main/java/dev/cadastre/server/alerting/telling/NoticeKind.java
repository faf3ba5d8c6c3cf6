package dev.cadastre.server.alerting.telling;

import org.springframework.modulith.NamedInterface;

/** What is told of an incident. */
@NamedInterface("telling")
public enum NoticeKind {
    /** It is there. */
    OPENED,
    /** It became worse than was told. */
    WORSE,
    /** Nobody looks after it yet. */
    REMINDER,
    /** Nobody looks after it, so that others hear of it too. */
    ESCALATION,
    /** Those who were told cannot be reached, so that others hear of it in their place. */
    REDIRECTED,
    /** It is over. */
    RESOLVED,
    /** It is because of another one. */
    MERGED;

    /** Whether nothing is told of an incident after this. */
    public boolean isLast() {
        return this == RESOLVED || this == MERGED;
    }
}
