package dev.cadastre.server.storage.backup;

/** Is told how far long work is. Thread-safe. */
public interface Progress {

    /** Tells nobody. */
    Progress NONE = new Progress() {};

    /** Another step begins. */
    default void step(String what) {}

    /** So many bytes more are done. */
    default void bytes(long more) {}
}
