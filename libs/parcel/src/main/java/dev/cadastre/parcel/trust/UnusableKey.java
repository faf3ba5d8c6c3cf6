package dev.cadastre.parcel.trust;

import java.io.IOException;

/** A key cannot be read or used; the message says why, and nothing of a private key. */
public final class UnusableKey extends IOException {

    private static final long serialVersionUID = 1L;

    /** With what is wrong, in one sentence without a full stop. */
    public UnusableKey(String message) {
        super(message);
    }

    UnusableKey(String message, Throwable cause) {
        super(message, cause);
    }
}
