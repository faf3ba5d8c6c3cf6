package dev.cadastre.server.topology.recognition;

import org.springframework.modulith.NamedInterface;

/** How sure it is what a program is, the least first. */
@NamedInterface("recognition")
public enum Sureness {
    /** By a port alone, or by signs that do not quite fit together. */
    ASSUMED,
    /** By account, port and packages together. */
    LIKELY,
    /** By the name of the process. */
    CERTAIN
}
