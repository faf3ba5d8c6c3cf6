package dev.cadastre.server.inventory;

/** There is no host of that name, or none that the reader may see. */
public final class UnknownHost extends RuntimeException {

    private final String name;

    /** {@code name} is what was asked for. */
    public UnknownHost(String name) {
        super("No host is named " + name);
        this.name = name;
    }

    /** What was asked for. */
    public String name() {
        return name;
    }
}
