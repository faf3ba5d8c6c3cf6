package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.oci.Descriptor;

/** Is told how a copy goes on, by any of its threads. */
public interface CopyListener {

    /** Hears nothing. */
    CopyListener SILENT = new CopyListener() {};

    /** A parcel is looked at. */
    default void begins(ParcelVersion parcel) {}

    /** A blob of it is to be moved. */
    default void moves(ParcelVersion parcel, Descriptor blob) {}

    /** So many more bytes of it came. */
    default void moved(ParcelVersion parcel, Descriptor blob, long bytes) {}

    /** A parcel is there with all that belongs to it. */
    default void ends(ParcelVersion parcel) {}
}
