package dev.cadastre.server.monitoring.state;

import java.time.Instant;
import org.springframework.modulith.NamedInterface;

/**
 * Something else is thought of a monitor than before.
 *
 * @param monitor its id
 * @param name what it is called
 * @param asset what it checks
 * @param environment where that is
 * @param before what was thought of it
 * @param after what is thought of it now
 * @param output what its last result says
 * @param at since when
 */
@NamedInterface("state")
public record StateChange(
        long monitor,
        String name,
        String asset,
        String environment,
        Standing before,
        Standing after,
        String output,
        Instant at) {}
