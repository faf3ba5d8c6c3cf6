package dev.cadastre.parcel.draft;

import java.io.IOException;

/**
 * Nothing can be made of what was named; the message says why, in a sentence without a full stop.
 */
public final class NoSource extends IOException {

    private static final long serialVersionUID = 1L;

    NoSource(String message) {
        super(message);
    }
}
