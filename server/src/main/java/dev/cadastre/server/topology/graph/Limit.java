package dev.cadastre.server.topology.graph;

/**
 * Bounds a search whose effort nobody knows beforehand. It is asked at least once for every few
 * thousand assets looked at, on the thread that searches; what it throws ends the search.
 */
@FunctionalInterface
public interface Limit {

    /** Lets every search come to its end. */
    Limit NONE = found -> false;

    /** Whether to stop, now that so many assets were found; the answer then is not complete. */
    boolean reached(int found);
}
