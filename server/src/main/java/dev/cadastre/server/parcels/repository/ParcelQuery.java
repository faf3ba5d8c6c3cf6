package dev.cadastre.server.parcels.repository;

import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Which parcels are asked for. They come by name, and the newest version of each first.
 *
 * @param text a part of the name, of the summary, or of what it provides, in any case; null for all
 * @param name of the parcel; null for all
 * @param newest whether only the newest version of each that fits is wanted
 */
@NamedInterface("repository")
public record ParcelQuery(@Nullable String text, @Nullable String name, boolean newest) {

    /** All versions of all parcels. */
    public static final ParcelQuery ALL = new ParcelQuery(null, null, false);
}
