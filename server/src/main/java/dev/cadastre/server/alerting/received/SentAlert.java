package dev.cadastre.server.alerting.received;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * An alert as it was sent.
 *
 * @param labels what tells it apart
 * @param annotations what it says to people
 * @param startsAt since when it is so; null or before 1970 for not said
 * @param endsAt when it is over, if it is not sent again; null or before 1970 for not said
 * @param source where the sender shows it; null if that was not said
 */
@NamedInterface("received")
public record SentAlert(
        Map<String, String> labels,
        Map<String, String> annotations,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String source) {

    /** Copies both maps. */
    public SentAlert {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }
}
