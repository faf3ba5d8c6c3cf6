package dev.cadastre.parcel.artefact;

/**
 * The parcel that another was built on.
 *
 * @param name of the base
 * @param version of the base
 * @param digest of its manifest, {@code sha256:} and hexadecimal digits
 */
public record ParcelBase(String name, String version, String digest) {

    /** {@code NAME:VERSION}. */
    @Override
    public String toString() {
        return name + ":" + version;
    }
}
