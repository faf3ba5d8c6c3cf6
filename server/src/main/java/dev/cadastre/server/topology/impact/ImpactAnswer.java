package dev.cadastre.server.topology.impact;

import dev.cadastre.server.topology.AssetName;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What stops if some assets do. What the reader may not see is in none of it.
 *
 * @param down those presumed down
 * @param fallen what stops with them, applications first, then services
 * @param reduced what goes on with fewer alternatives than before
 * @param owners whom that concerns, those most concerned first
 * @param kinds how many stop, by kind
 * @param omitted how many that stop or are reduced were left out, there being more than asked for
 */
@NamedInterface("impact")
public record ImpactAnswer(
        List<AssetName> down,
        List<Fallen> fallen,
        List<Reduced> reduced,
        List<Concerned> owners,
        SortedMap<String, Long> kinds,
        long omitted) {

    /** Copies the lists. */
    public ImpactAnswer {
        down = List.copyOf(down);
        fallen = List.copyOf(fallen);
        reduced = List.copyOf(reduced);
        owners = List.copyOf(owners);
    }

    /**
     * An asset that stops.
     *
     * @param path from what is presumed down to it, each needing the one before
     * @param owner the team that answers for it; null if nobody does
     */
    @NamedInterface("impact")
    public record Fallen(
            AssetName asset,
            String title,
            @Nullable String environment,
            List<AssetName> path,
            @Nullable String owner) {

        /** Copies the path. */
        public Fallen {
            path = List.copyOf(path);
        }
    }

    /**
     * An asset that goes on.
     *
     * @param lost the alternatives that stop
     * @param left those that do not
     * @param owner the team that answers for it; null if nobody does
     */
    @NamedInterface("impact")
    public record Reduced(
            AssetName asset,
            String title,
            @Nullable String environment,
            List<AssetName> lost,
            List<AssetName> left,
            @Nullable String owner) {

        /** Copies the lists. */
        public Reduced {
            lost = List.copyOf(lost);
            left = List.copyOf(left);
        }
    }

    /**
     * A team with what it answers for.
     *
     * @param team its name; null for what nobody answers for
     * @param contacts how to reach it
     * @param assets how many of its assets stop
     * @param reduced how many go on with fewer alternatives
     */
    @NamedInterface("impact")
    public record Concerned(
            @Nullable String team, Map<String, String> contacts, long assets, long reduced) {

        /** Copies the contacts. */
        public Concerned {
            contacts = Map.copyOf(contacts);
        }
    }
}
