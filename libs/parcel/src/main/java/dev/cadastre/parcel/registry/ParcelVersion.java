package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.ParcelName;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.ImageIndex;
import java.util.Optional;

/**
 * What a parcel is called where there are several.
 *
 * @param name of the parcel
 * @param version of the parcel
 */
public record ParcelVersion(String name, String version) {

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if one of them is none
     */
    public ParcelVersion {
        if (!ParcelName.isName(name) || !ParcelName.isVersion(version)) {
            throw new IllegalArgumentException(
                    "It is not called NAME:VERSION: %s:%s".formatted(name, version));
        }
    }

    /**
     * Reads {@code NAME:VERSION}.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static ParcelVersion parse(String text) {
        int colon = text.indexOf(':');
        return new ParcelVersion(text.substring(0, Math.max(colon, 0)), text.substring(colon + 1));
    }

    /** What a manifest is listed as; empty if it is not as a parcel. */
    public static Optional<ParcelVersion> of(Descriptor listed) {
        try {
            return ImageIndex.name(listed).map(ParcelVersion::parse);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return name + ":" + version;
    }
}
