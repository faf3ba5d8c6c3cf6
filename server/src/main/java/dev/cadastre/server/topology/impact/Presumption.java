package dev.cadastre.server.topology.impact;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What is presumed down.
 *
 * @param named assets that have to be there
 * @param failing assets that others know to be down; those that are not on the map, or not within
 *     reach, are left out
 * @param gone whether those are down as well that were there, and in the last report are not
 * @param at the moment whose relations are meant; null for now
 */
@NamedInterface("impact")
public record Presumption(
        List<String> named, List<String> failing, boolean gone, @Nullable Instant at) {

    /** Copies the lists. */
    public Presumption {
        named = List.copyOf(named);
        failing = List.copyOf(failing);
    }

    /** These are down now, and nothing else. */
    public static Presumption of(String... assets) {
        return new Presumption(List.of(assets), List.of(), false, null);
    }
}
