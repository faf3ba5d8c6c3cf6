package dev.cadastre.parcel.resolution;

import dev.cadastre.parcel.ParcelName;
import dev.cadastre.parcel.Provision;
import dev.cadastre.parcel.Requirement;
import dev.cadastre.parcel.oci.Descriptor;
import java.util.List;
import java.util.stream.Stream;

/**
 * A version of a parcel that may be chosen.
 *
 * @param name of the parcel
 * @param version of the parcel
 * @param provisions all that it is to others; its own name in its own version comes first, whether
 *     it was given or not
 * @param requirements what it needs, in the order in which it is looked for
 * @param digest of its manifest
 */
public record Candidate(
        String name,
        String version,
        List<Provision> provisions,
        List<Requirement> requirements,
        String digest) {

    /**
     * Checks what others rely on.
     *
     * @throws IllegalArgumentException if the name, version or digest is none, or two requirements
     *     have one binding
     */
    public Candidate {
        if (!ParcelName.isName(name) || !ParcelName.isVersion(version)) {
            throw new IllegalArgumentException(
                    "No parcel is called %s %s".formatted(name, version));
        }
        if (!Descriptor.isDigest(digest)) {
            throw new IllegalArgumentException("It is no digest: " + digest);
        }
        String own = name;
        provisions =
                Stream.concat(
                                Stream.of(new Provision(name, version)),
                                provisions.stream().filter(other -> !other.name().equals(own)))
                        .toList();
        requirements = List.copyOf(requirements);
        if (requirements.stream().map(Requirement::binding).distinct().count()
                < requirements.size()) {
            throw new IllegalArgumentException(
                    "Two requirements of %s have one binding".formatted(name));
        }
    }

    /** Whether it is one that comes before a release. */
    boolean isPreRelease() {
        return version.contains("-");
    }

    /** What people call it: {@code guestbook 2.0.1}. */
    @Override
    public String toString() {
        return name + " " + version;
    }
}
