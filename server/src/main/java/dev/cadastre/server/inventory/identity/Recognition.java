package dev.cadastre.server.inventory.identity;

import dev.cadastre.server.inventory.Conflict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose report a sighting is. */
public sealed interface Recognition {

    /** What was weighed, for a person. */
    String reason();

    /** What is doubtful; null if nothing is. */
    @Nullable Doubt doubt();

    /**
     * It is of a known host.
     *
     * @param host the record's ordinal
     */
    record Known(int host, String reason, @Nullable Doubt doubt) implements Recognition {}

    /** It is of a host that has no record yet; in case of doubt it is kept apart. */
    record Unknown(String reason, @Nullable Doubt doubt) implements Recognition {}

    /**
     * Another record that is in question.
     *
     * @param kind what is doubtful
     * @param other the other record's ordinal
     * @param reason why, for a person
     */
    record Doubt(Conflict.Kind kind, int other, String reason) {}

    /**
     * Decides. A record is never taken over in doubt: what does not clearly belong to it becomes a
     * record of its own.
     *
     * @param candidates every record with the sighting's name or one of its keys, the oldest first
     */
    static Recognition of(Sighting sighting, List<Candidate> candidates) {
        List<Score> scores =
                candidates.stream().map(candidate -> Score.of(sighting, candidate)).toList();
        Optional<Score> best =
                scores.stream()
                        .filter(Score::same)
                        .filter(score -> mayTake(sighting, score.candidate()))
                        .max(
                                Comparator.comparingInt(Score::points)
                                        .thenComparing(score -> !score.candidate().retired()));
        Doubt doubt = doubt(scores, best.orElse(null), sighting);
        return best.<Recognition>map(score ->
                        new Known(
                                score.candidate().host(),
                                String.join("; ", score.reasons()),
                                doubt))
                .orElseGet(() -> new Unknown("no record matches", doubt));
    }

    /**
     * A name that somebody vouches for does not lead to the record of another name, unless the
     * estate moves the name of a record that it does not state any longer. Nothing leads to a
     * record that is out of the sender's reach.
     */
    private static boolean mayTake(Sighting sighting, Candidate candidate) {
        if (!sighting.reach().covers(candidate.environment())) {
            return false;
        }
        if (sighting.name().equals(candidate.claimedName())) {
            return true;
        }
        return switch (sighting.naming()) {
            case DECLARED -> candidate.retired() || !candidate.declared();
            case BOUND -> false;
            case CLAIMED -> true;
        };
    }

    private static @Nullable Doubt doubt(
            List<Score> scores, @Nullable Score best, Sighting sighting) {
        return scores.stream()
                .filter(score -> !score.equals(best) && !score.candidate().retired())
                .filter(score -> score.sharesOwnKey() || (best == null && named(score, sighting)))
                .findFirst()
                .map(score -> doubt(score, sighting))
                .orElse(null);
    }

    private static boolean named(Score score, Sighting sighting) {
        return score.candidate().name().equals(sighting.name());
    }

    private static Doubt doubt(Score score, Sighting sighting) {
        boolean sameName = named(score, sighting);
        String what =
                sameName
                        ? "Another machine is named " + sighting.name()
                        : sighting.name() + " shows the identity of " + score.candidate().name();
        return new Doubt(
                sameName ? Conflict.Kind.SAME_NAME : Conflict.Kind.SAME_IDENTITY,
                score.candidate().host(),
                what + ": " + String.join("; ", score.reasons()));
    }
}
