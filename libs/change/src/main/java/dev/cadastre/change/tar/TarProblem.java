package dev.cadastre.change.tar;

import java.io.IOException;

/** A tar archive cannot be read; the message says why. */
public final class TarProblem extends IOException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What is wrong with an archive. */
    public enum Kind {
        /** It is no tar archive, or contradicts itself. */
        BROKEN,
        /** It ends too early. */
        CUT_OFF,
        /** A file in it has holes, which each tar writes in a way of its own. */
        SPARSE
    }

    TarProblem(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** What is wrong. */
    public Kind kind() {
        return kind;
    }
}
