package dev.cadastre.server.inventory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps how collections went; a change to failing and back is an event. Thread-safe. */
public interface Outcomes {

    /**
     * Notes how an attempt to collect that host went, with why and what to do unless all is well.
     * An accepted report of {@link Source#PROBE} notes {@link Outcome.Kind#COLLECTED} by itself.
     */
    void record(UUID host, Outcome.Kind kind, @Nullable String reason, @Nullable String remedy);
}
