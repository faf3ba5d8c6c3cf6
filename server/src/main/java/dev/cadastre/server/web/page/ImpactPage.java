package dev.cadastre.server.web.page;

import dev.cadastre.api.map.Impact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The page of what falls.
 *
 * @param impact it; null where nothing is presumed down
 * @param at the moment looked at; null for now
 */
public record ImpactPage(@Nullable Impact impact, @Nullable Instant at) {

    /** The ids of what is presumed down. */
    public List<String> down() {
        return impact == null ? List.of() : impact.down();
    }

    /** How many assets fall, those not listed included. */
    public long fallen() {
        return impact == null
                ? 0
                : impact.kinds().values().stream().mapToLong(Long::longValue).sum();
    }

    /** {@code 1 app, 12 daemons}. */
    public String kinds() {
        return impact == null
                ? ""
                : impact.kinds().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(kind -> Wording.counted(kind.getValue(), kind.getKey()))
                        .collect(Collectors.joining(", "));
    }
}
