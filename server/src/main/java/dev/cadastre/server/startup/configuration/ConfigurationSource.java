package dev.cadastre.server.startup.configuration;

import dev.cadastre.server.startup.configuration.Configuration.Said;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginTrackedValue;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;

/**
 * Hands what {@code cadastre.conf} says to Spring, below flags and variables and above what is
 * usual. It comes before the home is made, since the file says where that is.
 */
final class ConfigurationSource implements EnvironmentPostProcessor, Ordered {

    private static final String PASSWORD = "cadastre.database-password";

    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        leaveWhyToUs();
        String file = environment.getProperty("cadastre.config");
        Map<String, Object> values = new LinkedHashMap<>();
        if (file != null && !file.isEmpty()) {
            Path path = Path.of(file).toAbsolutePath();
            ConfigurationFile.readUsable(path).said().forEach(said -> put(values, said));
        }
        password(values).ifPresent(password -> values.put(PASSWORD, password));
        environment
                .getPropertySources()
                .addAfter(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new OriginTrackedMapPropertySource("cadastre.conf", values, true));
    }

    /** The log is not set up yet, and would say again at length why there is no start. */
    private static void leaveWhyToUs() {
        LoggingSystem.get(ConfigurationSource.class.getClassLoader())
                .setLogLevel(
                        "org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter",
                        LogLevel.OFF);
    }

    private static void put(Map<String, Object> values, Said said) {
        values.put(
                said.property(), OriginTrackedValue.of(said.forSpring(), new Place(said.place())));
    }

    private static Optional<String> password(Map<String, Object> values) {
        return Optional.ofNullable(values.get(Settings.PASSWORD_FILE))
                .map(file -> Path.of(file.toString()))
                .or(() -> PasswordFile.ofSystemd(System.getenv()))
                .map(PasswordFile::read);
    }

    /** Where a value is written, for messages about it. */
    private record Place(String text) implements Origin {
        @Override
        public String toString() {
            return text;
        }
    }
}
