package dev.cadastre.server.parcels.app;

import org.springframework.modulith.NamedInterface;

/** What became of a revision of an app. */
@NamedInterface("app")
public enum AppState {
    /** Nobody has started it. */
    PLANNED,
    /** Its runs are under way, or wait for somebody. */
    RUNNING,
    /** It is what is there. */
    CURRENT,
    /** It was, until another one took its place. */
    REPLACED,
    /** One of its runs failed or was stopped; what it has done is still there. */
    FAILED,
    /** What it had done was undone. */
    UNDONE,
    /** It took the app away. */
    REMOVED
}
