package dev.cadastre.server.topology;

/** There is no such asset, or the reader may not see it. */
public final class UnknownAsset extends RuntimeException {

    private final String name;

    public UnknownAsset(String name) {
        super("There is no asset " + name);
        this.name = name;
    }

    /** What was asked for. */
    public String name() {
        return name;
    }
}
