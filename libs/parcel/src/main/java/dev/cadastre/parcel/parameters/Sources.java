package dev.cadastre.parcel.parameters;

import java.util.Optional;

/**
 * Tells what values are taken from if nobody gives one. It is asked for nothing else, and for each
 * parameter at most once; that it tells nothing is an empty answer and no exception.
 */
public interface Sources {

    /** A fact of the host that is deployed to; a list is divided by commas. */
    Optional<Given> fact(String name);

    /** What the estate states for that host. */
    Optional<Given> estate(String key);

    /** What the provider tells that a requirement is bound to; empty if it is bound to none. */
    Optional<Given> requirement(String binding, String key);

    /**
     * A secret of this app: the same whenever it is asked for, until somebody has it made anew.
     *
     * @param parameter for which it is
     * @param length in characters, if there is none yet
     */
    Given generated(String parameter, int length);
}
