package dev.cadastre.server.topology;

/** What a relation says of the asset that it starts from and the one that it leads to. */
public enum RelationType {
    /** A program or application runs on a host. */
    RUNS_ON(Dependent.FROM),
    /** It opens connections to a service. */
    CONNECTS_TO(Dependent.FROM),
    /** It needs it, whatever the way. */
    DEPENDS_ON(Dependent.FROM),
    /** It is a part of it. */
    MEMBER_OF(Dependent.TO),
    /** A team answers for it. */
    OWNED_BY(Dependent.NEITHER),
    /** A program or application provides a service. */
    PROVIDES(Dependent.TO);

    /** Which end of a relation needs the other one. */
    public enum Dependent {
        /** The one that it starts from. */
        FROM,
        /** The one that it leads to. */
        TO,
        /** None: either goes on without the other. */
        NEITHER
    }

    private final Dependent dependent;

    RelationType(Dependent dependent) {
        this.dependent = dependent;
    }

    /** The end that stops when the other does. */
    public Dependent dependent() {
        return dependent;
    }
}
