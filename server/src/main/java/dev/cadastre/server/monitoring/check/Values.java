package dev.cadastre.server.monitoring.check;

import java.util.Map;
import java.util.Optional;

/** What the settings of one check mean. */
final class Values {

    private final Map<Setting<?>, Object> values;

    Values(Map<Setting<?>, Object> values) {
        this.values = Map.copyOf(values);
    }

    /** The value of a setting that is required or has a default. */
    <T> T get(Setting<T> setting) {
        return find(setting)
                .orElseThrow(() -> new IllegalStateException(setting + " may be without a value"));
    }

    /** The value, if there is one. */
    @SuppressWarnings("unchecked") // Settings puts in what the setting itself has read.
    <T> Optional<T> find(Setting<T> setting) {
        return Optional.ofNullable((T) values.get(setting));
    }
}
