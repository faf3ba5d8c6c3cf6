package dev.cadastre.server.inventory;

import java.time.Duration;

/** How long an environment keeps what has ended. */
public interface KeptTimes {

    /** How long ended state is kept; at least a day. */
    Duration state(String environment);

    /** How long connections are kept after they were last seen; at least a day. */
    Duration connections(String environment);
}
