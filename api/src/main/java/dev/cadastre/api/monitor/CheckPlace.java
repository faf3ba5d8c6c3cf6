package dev.cadastre.api.monitor;

/** Where a check is made from. */
public enum CheckPlace {
    SERVER,
    /** On the host itself, over SSH. */
    HOST
}
