package dev.cadastre.server.access;

/** What one may be allowed to do to a part of the register. */
public enum Verb {
    /** Look at it. */
    READ,
    /** Change what the register holds. */
    WRITE,
    /** Make something happen outside the register, on a host for example. */
    RUN,
    /** Decide who may do what, and with which settings. */
    ADMINISTER
}
