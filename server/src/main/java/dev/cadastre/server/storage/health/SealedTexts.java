package dev.cadastre.server.storage.health;

/** A part that keeps texts which {@link dev.cadastre.server.storage.MasterKey} has sealed. */
public interface SealedTexts {

    /** What they are, in the plural. */
    String what();

    /** How many it keeps. */
    long count();

    /** Tries to open the newest of them, and says how many that were and how many cannot be. */
    Trial tryNewest();

    /**
     * What came of trying to open some.
     *
     * @param tried how many
     * @param closed how many of these cannot be opened
     */
    record Trial(int tried, int closed) {}
}
