package dev.cadastre.change.program;

import java.io.IOException;

/** A jar has no change that can be used; the message says why, and what to do. */
public final class ProgramRefused extends IOException {

    private static final long serialVersionUID = 1L;

    private final String code;

    ProgramRefused(String code, String message) {
        super(message);
        this.code = code;
    }

    ProgramRefused(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** A stable word for why, {@code change.jar-no-program} for one. */
    public String code() {
        return code;
    }
}
