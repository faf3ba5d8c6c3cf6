package dev.cadastre.server.parcels.app;

import org.springframework.modulith.NamedInterface;

/** How a run of an app ended. */
@NamedInterface("app")
public enum Ending {
    /** All was done. */
    DONE,
    /** It failed, or was stopped. */
    FAILED,
    /** What it had done was undone. */
    UNDONE
}
