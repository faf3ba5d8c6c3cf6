package dev.cadastre.change.archive;

import java.io.IOException;

/** The archive of a change is not taken; the message says why. */
public final class ArchiveRefused extends IOException {

    private static final long serialVersionUID = 1L;

    private final String code;

    ArchiveRefused(String code, String message) {
        super(message);
        this.code = code;
    }

    /** A stable word for why, {@code change.archive-digest} for one. */
    public String code() {
        return code;
    }
}
