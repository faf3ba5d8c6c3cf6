package dev.cadastre.parcel;

/**
 * Something that a parcel is to others.
 *
 * @param name as others require it
 * @param version of what is provided
 */
public record Provision(String name, String version) {

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if one of them is none
     */
    public Provision {
        if (!ParcelName.isName(name) || !ParcelName.isVersion(version)) {
            throw new IllegalArgumentException("Nothing is provided as %s %s".formatted(name, version));
        }
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
