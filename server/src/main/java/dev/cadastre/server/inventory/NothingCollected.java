package dev.cadastre.server.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Nothing is known of what was on a host, so that it cannot be compared with anything. */
public final class NothingCollected extends RuntimeException {

    private final String name;
    private final @Nullable Instant at;

    /** {@code name} is that of the host; {@code at} is the moment, or null for now. */
    public NothingCollected(String name, @Nullable Instant at) {
        super(
                at == null
                        ? name + " was never collected, so it cannot be compared."
                        : "%s cannot be compared as of %s: it was not collected before, or what was is no longer kept."
                                .formatted(name, at));
        this.name = name;
        this.at = at;
    }

    /** The name of the host. */
    public String name() {
        return name;
    }

    /** The moment; null for now. */
    public @Nullable Instant at() {
        return at;
    }
}
