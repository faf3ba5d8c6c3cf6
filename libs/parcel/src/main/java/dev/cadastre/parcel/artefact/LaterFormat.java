package dev.cadastre.parcel.artefact;

/** A config is of a format that is not known here. */
final class LaterFormat extends Exception {

    private static final long serialVersionUID = 1L;

    LaterFormat(long format) {
        super("it is of format %d, and only %d is known".formatted(format, ParcelConfig.FORMAT));
    }
}
