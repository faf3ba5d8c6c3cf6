package dev.cadastre.server.topology;

/** Who can say that there is a relation, beside sockets. */
public enum Origin {
    /** The estate. */
    ESTATE,
    /** A deployment that was told of. */
    DEPLOYMENT,
    /** A person or tool. */
    TOLD
}
