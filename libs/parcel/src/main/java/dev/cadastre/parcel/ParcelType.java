package dev.cadastre.parcel;

/** What artefacts that have to do with parcels say that they are. */
public final class ParcelType {

    /** A parcel, as the type of its artefact. */
    public static final String PARCEL = "application/vnd.cadastre.parcel.v1";

    /** A list of parcels in a registry, as the type of its artefact. */
    public static final String CATALOGUE = "application/vnd.cadastre.catalogue.v1";

    private ParcelType() {}
}
