package dev.cadastre.server.estate;

import dev.cadastre.ini.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every value that a host sees.
 *
 * @param host the host's name
 * @param values its own first, then what it inherits from its groups, its environment and DEFAULT
 */
public record HostView(String host, List<Shown> values) {
    /** Keeps a copy of the values. */
    public HostView {
        values = List.copyOf(values);
    }

    /**
     * A value and where it came from.
     *
     * @param key the key, in lower case
     * @param value the value with everything substituted
     * @param origins where the value stands, then where each part that was substituted stands
     */
    public record Shown(String key, String value, List<Origin> origins) {
        /** Keeps a copy of the origins. */
        public Shown {
            origins = List.copyOf(origins);
        }

        /** Where the value stands. */
        public Origin origin() {
            return origins.getFirst();
        }
    }

    /** The value of a key, given in lower case; null when the host sees none. */
    public @Nullable String value(String key) {
        return values.stream()
                .filter(shown -> shown.key().equals(key))
                .map(Shown::value)
                .findAny()
                .orElse(null);
    }
}
