package dev.cadastre.server.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: a person, a token, the server itself, or a visitor who did not sign in.
 *
 * @param name of the person or token
 * @param grants what the actor may do
 */
public record Actor(Kind kind, String name, List<Grant> grants) {

    /** The sorts of actors. */
    public enum Kind {
        /** Somebody who signed in. */
        PERSON,
        /** A program with an API token. */
        TOKEN,
        /** The server. */
        SYSTEM,
        /** Somebody who did not sign in. */
        VISITOR
    }

    /** The server itself, which may do everything. */
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "", List.of(Grant.EVERYTHING));

    /** Somebody who did not sign in and may do nothing. */
    public static final Actor VISITOR = new Actor(Kind.VISITOR, "", List.of());

    /** Somebody who did not sign in where reading is open to anyone. */
    public static final Actor READING_VISITOR =
            new Actor(Kind.VISITOR, "", List.of(new Grant(Role.VIEWER, null)));

    /** Copies the grants. */
    public Actor {
        grants = List.copyOf(grants);
    }

    /** How the actor is written in lists: {@code person:anna}, {@code token:ci}, {@code system}. */
    public String label() {
        String word = kind.name().toLowerCase(java.util.Locale.ROOT);
        return name.isEmpty() ? word : word + ":" + name;
    }

    /**
     * Whether a grant includes this.
     *
     * @param environment null for what lies in no environment or in several, which only a grant for
     *     all environments includes
     */
    public boolean may(Verb verb, Part part, @Nullable String environment) {
        return grants.stream()
                .anyMatch(grant -> grant.allows(verb, part) && grant.covers(environment));
    }

    /** The environments in which a grant includes this. */
    public Reach reach(Verb verb, Part part) {
        if (may(verb, part, null)) {
            return Reach.ALL;
        }
        Set<String> environments =
                grants.stream()
                        .filter(grant -> grant.allows(verb, part))
                        .map(Grant::environment)
                        .flatMap(java.util.stream.Stream::ofNullable)
                        .collect(Collectors.toUnmodifiableSet());
        return new Reach(environments);
    }

    /** What the grants let the actor report. */
    ReportScope reportScope() {
        Reach written = reach(Verb.WRITE, Part.INVENTORY);
        return ReportScope.of(written, grants.stream().filter(Actor::reports).toList());
    }

    private static boolean reports(Grant grant) {
        return grant.role() == Role.REPORTER;
    }

    /** The same as {@link #label()}. */
    @Override
    public String toString() {
        return label();
    }
}
