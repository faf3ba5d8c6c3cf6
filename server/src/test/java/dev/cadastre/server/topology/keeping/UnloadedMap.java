package dev.cadastre.server.topology.keeping;

import org.springframework.transaction.PlatformTransactionManager;

/** A map that is not in memory yet. */
public final class UnloadedMap {

    private UnloadedMap() {}

    /** Turns of it, which have not begun. */
    public static MapTurn turn(PlatformTransactionManager transactions) {
        return new MapTurn(transactions);
    }
}
