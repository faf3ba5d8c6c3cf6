package dev.cadastre.parcel.artefact;

import dev.cadastre.parcel.Requirement;
import java.io.IOException;
import java.util.Optional;

/** Where a parcel that is built finds what it builds on. */
@FunctionalInterface
public interface Bases {

    /** Knows none. */
    Bases NONE = base -> Optional.empty();

    /**
     * The artefact that is to be the base; of several that fit, the one that whoever builds is to
     * get. Its blobs are read until the parcel is written.
     *
     * @param base its name and range
     * @return empty if there is none that fits
     * @throws IOException if nobody can tell
     */
    Optional<ParcelArtefact> find(Requirement base) throws IOException;
}
