package dev.cadastre.server.inventory.support;

import org.springframework.modulith.NamedInterface;

/** Whether something is supported by those who make it. */
@NamedInterface("support")
public enum SupportStatus {
    /** Support for everybody has ended. */
    ENDED,
    /** It ends within the time asked for. */
    ENDING,
    /** It goes on for longer than that, or no end is set. */
    SUPPORTED,
    /** No fact tells. */
    UNKNOWN
}
