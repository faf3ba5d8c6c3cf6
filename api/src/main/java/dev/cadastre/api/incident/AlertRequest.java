package dev.cadastre.api.incident;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An alert, as Alertmanager is told of it.
 *
 * @param labels what tells it apart
 * @param annotations what it says to people
 * @param startsAt since when it is so; null for now
 * @param endsAt when it is over; null for some minutes from now, unless it is sent again
 * @param generatorURL where the sender shows it
 */
public record AlertRequest(
        @Nullable Map<String, @Nullable String> labels,
        @Nullable Map<String, @Nullable String> annotations,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String generatorURL) {}
