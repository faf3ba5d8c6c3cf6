package dev.cadastre.server.storage;

import org.springframework.modulith.NamedInterface;

/** The server cannot start; the message says why and {@link #remedy()} what to do about it. */
@NamedInterface("start")
public final class StartFailure extends RuntimeException {

    private final String remedy;

    /** {@code remedy} is a sentence that an operator can act on. */
    public StartFailure(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** As above, with what led to it. */
    public StartFailure(String message, String remedy, Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    /** What to do, as a sentence. */
    public String remedy() {
        return remedy;
    }
}
