package dev.cadastre.server.parcels.app;

import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Which apps, by environments and names.
 *
 * @param environment null for all
 * @param parcel of that parcel alone; null for all
 * @param after only those behind it; null from the first on
 * @param limit no more than that
 */
@NamedInterface("app")
public record AppQuery(
        @Nullable String environment, @Nullable String parcel, @Nullable AppName after, int limit) {

    /** All of an environment; null for all of them. */
    public static AppQuery of(@Nullable String environment) {
        return new AppQuery(environment, null, null, Integer.MAX_VALUE);
    }
}
