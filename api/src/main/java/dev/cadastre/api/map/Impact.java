package dev.cadastre.api.map;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stops if some assets do.
 *
 * @param down the ids of those presumed down
 * @param fallen what stops with them, applications first, without those presumed down
 * @param reduced what goes on with fewer alternatives than before
 * @param owners whom that concerns, those most concerned first
 * @param mail the addresses of all owners, ready for a mail; empty if none is known
 * @param kinds how many fall, by kind
 * @param omitted how many fallen or reduced assets were left out, there being more than asked for
 */
public record Impact(
        List<String> down,
        List<Fallen> fallen,
        List<Reduced> reduced,
        List<ConcernedOwner> owners,
        List<String> mail,
        Map<String, Long> kinds,
        long omitted) {

    /**
     * An asset that stops.
     *
     * @param asset its id
     * @param title what people call it
     * @param environment where it is; null if nowhere
     * @param path from the asset presumed down to this one, each needing the one before
     * @param owner the team that answers for it; null if nobody does
     */
    public record Fallen(
            String asset,
            String title,
            @Nullable String environment,
            List<String> path,
            @Nullable String owner) {}

    /**
     * An asset that goes on.
     *
     * @param asset its id
     * @param title what people call it
     * @param environment where it is; null if nowhere
     * @param lost the alternatives that stop
     * @param left those that do not, at least one
     * @param owner the team that answers for it; null if nobody does
     */
    public record Reduced(
            String asset,
            String title,
            @Nullable String environment,
            List<String> lost,
            List<String> left,
            @Nullable String owner) {}

    /**
     * A team with what it answers for among what stops.
     *
     * @param team its name; null for what nobody answers for
     * @param contacts how to reach it
     * @param assets how many of its assets stop
     * @param reduced how many of them go on with fewer alternatives
     */
    public record ConcernedOwner(
            @Nullable String team, Map<String, String> contacts, long assets, long reduced) {}
}
