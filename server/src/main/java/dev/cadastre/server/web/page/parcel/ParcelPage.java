package dev.cadastre.server.web.page.parcel;

import dev.cadastre.api.parcel.Parcel;
import dev.cadastre.api.parcel.ParcelDetail;
import java.util.List;

/**
 * A version of a parcel.
 *
 * @param detail all that it says of itself
 * @param versions all versions, newest first
 * @param writer whether the reader may remove it
 */
public record ParcelPage(ParcelDetail detail, List<Parcel> versions, boolean writer) {

    /** The version that the page is about. */
    public Parcel parcel() {
        return detail.parcel();
    }

    /** The newest version there is. */
    public Parcel newest() {
        return versions.getFirst();
    }

    /** Whether there is a newer version. */
    public boolean isOld() {
        return !newest().version().equals(parcel().version());
    }

    /** What it provides besides itself. */
    public List<String> provides() {
        return parcel().provides().stream()
                .filter(line -> !ParcelLinks.subject(line).equals(parcel().name()))
                .toList();
    }
}
