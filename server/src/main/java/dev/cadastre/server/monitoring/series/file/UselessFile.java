package dev.cadastre.server.monitoring.series.file;

import java.io.IOException;

/** One of a monitor's files is broken. */
final class UselessFile extends IOException {

    private static final long serialVersionUID = 1;

    private final int number;

    UselessFile(int number, BrokenFile cause) {
        super(cause.getMessage(), cause);
        this.number = number;
    }

    /** Which one. */
    int number() {
        return number;
    }
}
