package dev.cadastre.api.map;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An edge of the map, now or at a moment.
 *
 * @param source the id of the asset that it starts from
 * @param type what it says
 * @param target the id of the asset that it leads to
 * @param sight how many sides saw it
 * @param standing how lasting it is
 * @param since since when it stands so
 * @param firstSeen when it was first known
 * @param lastSeen when it was last seen; null where nothing observes it
 * @param alternatives which of its source's dependencies can stand in for it; null if none can
 * @param evidence why it is on the map, at least one
 * @param conflict what contradicts it, as a sentence; null if nothing does
 * @param corrected what a person said of it; null if nobody did
 */
public record Relation(
        String source,
        RelationType type,
        String target,
        Sight sight,
        Standing standing,
        Instant since,
        Instant firstSeen,
        @Nullable Instant lastSeen,
        @Nullable Alternatives alternatives,
        List<Evidence> evidence,
        @Nullable String conflict,
        @Nullable String corrected) {

    /** Copies the evidence. */
    public Relation {
        evidence = List.copyOf(evidence);
    }

    /** How many sides saw a relation. */
    public enum Sight {
        /** Both sides, or the host itself for what is on it. */
        SEEN,
        /** One side only. */
        CLAIMED,
        /** None: people or tools said so. */
        DECLARED
    }

    /** How lasting a relation is. */
    public enum Standing {
        /** It was in every report since it began. */
        STEADY,
        /** It comes and goes. */
        OCCASIONAL,
        /** It was there, and has not been seen since. */
        EARLIER,
        /** It was said, and lasts until that is taken back. */
        DECLARED,
        /** A person said that it is not so. */
        DENIED
    }

    /**
     * Dependencies of which one is enough.
     *
     * @param name what they have in common
     * @param assumed whether that was learnt, and not said
     */
    public record Alternatives(String name, boolean assumed) {}
}
