package dev.cadastre.api.map;

/** What a relation says of its source and its target. */
public enum RelationType {
    /** A program or application runs on a host. */
    RUNS_ON,
    /** It opens connections to a service. */
    CONNECTS_TO,
    /** It needs it, whatever the way. */
    DEPENDS_ON,
    /** It is a part of it. */
    MEMBER_OF,
    /** A team answers for it. */
    OWNED_BY,
    /** A program or application provides a service. */
    PROVIDES
}
