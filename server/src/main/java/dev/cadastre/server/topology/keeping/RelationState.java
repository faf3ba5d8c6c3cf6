package dev.cadastre.server.topology.keeping;

import dev.cadastre.server.topology.Origin;
import dev.cadastre.server.topology.Sight;
import dev.cadastre.server.topology.Standing;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a relation stands, by all who say so.
 *
 * @param sockets how sockets show it; null if they do not
 * @param told who says so, and the name of the alternatives that it is said to be among, empty if
 *     none
 * @param verdict what a person said of it; null if nobody did
 */
public record RelationState(
        @Nullable SocketSight sockets, Map<Origin, String> told, @Nullable Verdict verdict) {

    /** What a person can say of a relation. */
    public enum Verdict {
        CONFIRMED("A person confirmed it."),
        DENIED("A person said that it is not so.");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        /** As a sentence. */
        public String words() {
            return words;
        }
    }

    /** Copies who says so. */
    public RelationState {
        told = told == null || told.isEmpty() ? Map.of() : new EnumMap<>(told);
    }

    /** Of a relation that sockets alone show. */
    public static RelationState ofSockets(SocketSight sockets) {
        return new RelationState(sockets, Map.of(), null);
    }

    /** Of a relation that one alone says. */
    public static RelationState ofTold(Origin origin, @Nullable String alternatives) {
        return new RelationState(
                null, Map.of(origin, alternatives == null ? "" : alternatives), null);
    }

    /** The same as sockets show it now; null if they do not. */
    public RelationState withSockets(@Nullable SocketSight seen) {
        return new RelationState(seen, told, verdict);
    }

    /** The same when one more says so, or says it otherwise. */
    public RelationState with(Origin origin, @Nullable String alternatives) {
        Map<Origin, String> more = new EnumMap<>(Origin.class);
        more.putAll(told);
        more.put(origin, alternatives == null ? "" : alternatives);
        return new RelationState(sockets, more, verdict);
    }

    /** The same when one no longer says so. */
    public RelationState without(Origin origin) {
        Map<Origin, String> less = new EnumMap<>(Origin.class);
        less.putAll(told);
        less.remove(origin);
        return new RelationState(sockets, less, verdict);
    }

    /** The same with what a person says of it; null if that is taken back. */
    public RelationState with(@Nullable Verdict said) {
        return new RelationState(sockets, told, said);
    }

    /** Whether anybody says anything of it. */
    boolean stands() {
        return sockets != null || !told.isEmpty() || verdict != null;
    }

    /** How lasting it is, what a person said of it before what is told, and that before sockets. */
    public Standing standing() {
        if (verdict == Verdict.DENIED) {
            return Standing.DENIED;
        }
        boolean said = !told.isEmpty() || verdict == Verdict.CONFIRMED;
        if (sockets == null) {
            return Standing.DECLARED;
        }
        return said && sockets.standing() == Standing.EARLIER
                ? Standing.DECLARED
                : sockets.standing();
    }

    /** How many sides see it. */
    public Sight sight() {
        return sockets == null ? Sight.DECLARED : sockets.sight();
    }

    /** Whether anything falls by it. */
    boolean counts() {
        boolean needed = sockets == null || !told.isEmpty() || sockets.counts();
        return needed && standing().holds() && !onlyGrouped();
    }

    /** A group of hosts goes on without any of them. */
    private boolean onlyGrouped() {
        return sockets == null && told.size() == 1 && told.containsKey(Origin.ESTATE);
    }

    /** Of which dependencies one is enough; null if it stands alone. */
    public @Nullable String alternatives() {
        for (String name : told.values()) {
            if (!name.isEmpty()) {
                return name;
            }
        }
        return sockets == null ? null : sockets.alternatives();
    }

    /** Whether the alternatives were learnt and not said. */
    public boolean alternativesAssumed() {
        return told.values().stream().allMatch(String::isEmpty);
    }

    /** The number of its alternatives in the graph, 0 if it stands alone. */
    int alternativesNumber() {
        String name = alternatives();
        if (name == null) {
            return 0;
        }
        // It only has to differ among the few alternatives of one asset.
        return 1 + (name.hashCode() & Integer.MAX_VALUE) % ((1 << 28) - 1);
    }
}
