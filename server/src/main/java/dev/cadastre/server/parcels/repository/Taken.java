package dev.cadastre.server.parcels.repository;

import dev.cadastre.server.parcels.KeptParcel;
import org.springframework.modulith.NamedInterface;

/**
 * What came of a parcel that was sent.
 *
 * @param parcel as it is kept now
 * @param outcome what is new of it
 */
@NamedInterface("repository")
public record Taken(KeptParcel parcel, Outcome outcome) {

    /** What is new. */
    public enum Outcome {
        /** The parcel. */
        ADDED,
        /** Signatures of a parcel that was there. */
        SIGNED,
        /** Nothing: all of it was there. */
        PRESENT
    }
}
