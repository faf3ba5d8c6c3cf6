package dev.cadastre.server.monitoring.series.file;

import java.io.IOException;

/** A file that holds what nobody wrote: it is of no use any more. */
final class BrokenFile extends IOException {

    private static final long serialVersionUID = 1;

    BrokenFile(String message) {
        super(message);
    }

    BrokenFile(String message, Throwable cause) {
        super(message, cause);
    }
}
