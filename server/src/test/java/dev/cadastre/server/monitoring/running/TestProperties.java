package dev.cadastre.server.monitoring.running;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** How monitors are checked by tests. */
final class TestProperties {

    private static final String PREFIX = "cadastre.monitoring";

    private TestProperties() {}

    /** As it is where nobody says anything else. */
    static MonitoringProperties usual() {
        return with(Map.of());
    }

    /** With some settings, named without what they all begin with. */
    static MonitoringProperties with(Map<String, String> settings) {
        Map<String, String> named =
                settings.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        one -> PREFIX + "." + one.getKey(), Map.Entry::getValue));
        return new Binder(new MapConfigurationPropertySource(named))
                .bindOrCreate(PREFIX, MonitoringProperties.class);
    }
}
