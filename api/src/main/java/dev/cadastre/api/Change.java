package dev.cadastre.api;

/** What became of something between two looks. */
public enum Change {
    ADDED,
    REMOVED,
    CHANGED
}
