package dev.cadastre.server.web.page.parcel;

import dev.cadastre.api.parcel.Parcel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of parcels.
 *
 * @param text what they are searched by; empty for all
 * @param parcels the newest version of each
 * @param next the address of the next page; null on the last
 * @param writer whether the reader may add some
 */
public record ParcelListing(
        String text, List<Parcel> parcels, @Nullable String next, boolean writer) {}
