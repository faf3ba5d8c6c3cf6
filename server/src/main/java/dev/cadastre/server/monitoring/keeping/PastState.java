package dev.cadastre.server.monitoring.keeping;

import dev.cadastre.server.monitoring.state.Standing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What was thought of a monitor from one moment to another.
 *
 * @param until null if it lasts
 */
@NamedInterface("keeping")
public record PastState(Instant since, @Nullable Instant until, Standing standing) {}
