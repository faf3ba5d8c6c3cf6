package dev.cadastre.server.inventory;

/** The host that was to be collected is one that sends its reports by itself. */
public final class NotCollected extends RuntimeException {

    private final String name;

    /** {@code name} is that of the host. */
    public NotCollected(String name) {
        super(name + " pushes its reports; the server does not connect to it");
        this.name = name;
    }

    /** The name of the host. */
    public String name() {
        return name;
    }
}
