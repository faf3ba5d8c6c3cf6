package dev.cadastre.server.monitoring.keeping;

import dev.cadastre.server.monitoring.state.Standing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What was thought of a monitor from one moment to another.
 *
 * @param until null if it lasts
 * @param output the line of the result by which it was thought, shortened if it was long; null if
 *     there was none
 */
@NamedInterface("keeping")
public record PastState(
        Instant since, @Nullable Instant until, Standing standing, @Nullable String output) {}
