package dev.cadastre.server.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in.
 *
 * @param name unique, in lower case
 * @param hasPassword whether a password was chosen; without one only a sign-in link lets in
 * @param disabledAt since when the person may not sign in; null for those who may
 */
public record Person(
        long id,
        String name,
        List<Grant> grants,
        boolean hasPassword,
        Instant createdAt,
        @Nullable Instant disabledAt) {

    /** Copies the grants. */
    public Person {
        grants = List.copyOf(grants);
    }

    /** Whether the person may sign in. */
    public boolean isEnabled() {
        return disabledAt == null;
    }

    boolean isAdministrator() {
        return isEnabled() && grants.contains(Grant.EVERYTHING);
    }

    Actor actor() {
        return new Actor(Actor.Kind.PERSON, name, grants);
    }
}
