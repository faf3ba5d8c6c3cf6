package dev.cadastre.server.access;

/** The actor lacks a permission; the message says which, {@link #remedy()} who can grant it. */
public final class NotAllowed extends RuntimeException {

    private final String remedy;

    /** {@code remedy} is a sentence that the actor can act on. */
    public NotAllowed(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** What to do, as a sentence. */
    public String remedy() {
        return remedy;
    }
}
