package dev.cadastre.server.monitoring;

/** Where a check is made from. */
public enum CheckPlace {
    /** From the server, over the network. */
    SERVER,
    /** On the host itself, over SSH. */
    HOST
}
