package dev.cadastre.server.inventory;

import dev.cadastre.server.access.Reach;

/** Compares two hosts, or two moments of one. Thread-safe. */
public interface Differences {

    /**
     * How {@code b} differs from {@code a}.
     *
     * @throws UnknownHost if one of them is not within reach
     */
    HostDifference between(HostMoment a, HostMoment b, Reach reach);
}
