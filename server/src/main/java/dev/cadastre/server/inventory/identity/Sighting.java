package dev.cadastre.server.inventory.identity;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.HostDetail.IdentityKey;
import dev.cadastre.server.inventory.Origin;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A machine as a report shows it.
 *
 * @param name what it is said to be named
 * @param naming what the name rests on
 * @param environment where it is said to be; null if nobody says
 * @param reach the environments whose records it may belong to
 * @param keys what it is recognised by; empty if it shows nothing
 */
public record Sighting(
        String name,
        Origin.Naming naming,
        @Nullable String environment,
        Reach reach,
        Set<IdentityKey> keys) {
    public Sighting {
        keys = Set.copyOf(keys);
    }
}
