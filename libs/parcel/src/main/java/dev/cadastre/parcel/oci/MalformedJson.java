package dev.cadastre.parcel.oci;

import java.io.IOException;

/** A document is no JSON, or not the JSON that it should be; the message says where and why. */
public final class MalformedJson extends IOException {

    private static final long serialVersionUID = 1L;

    /** With what is wrong, in one sentence without a full stop. */
    public MalformedJson(String message) {
        super(message);
    }

    MalformedJson(String message, Throwable cause) {
        super(message, cause);
    }
}
