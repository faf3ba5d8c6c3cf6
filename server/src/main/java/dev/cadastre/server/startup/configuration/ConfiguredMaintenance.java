package dev.cadastre.server.startup.configuration;

import dev.cadastre.server.startup.configuration.Configuration.Said;
import dev.cadastre.server.storage.Maintenance;
import dev.cadastre.server.storage.MaintenanceDefaults;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Starts what is done to a home while no server runs. The variables of the environment count, and
 * below them what {@code cadastre.conf} says, as they do for a server. The launcher comes here for
 * {@code cadastre restore}, {@code backup verify} and {@code database forget-old}.
 */
public final class ConfiguredMaintenance implements MaintenanceDefaults {

    private final Map<String, String> environment;
    private @Nullable List<Said> read;

    ConfiguredMaintenance(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Ends with the exit status of a command: 0 done, 1 no, 2 usage. */
    public static void main(String[] arguments) {
        System.exit(Maintenance.carryOut(arguments, new ConfiguredMaintenance(System.getenv())));
    }

    @Override
    public @Nullable String home() {
        return value("cadastre.home");
    }

    @Override
    public @Nullable String databaseUrl() {
        return value("cadastre.database-url");
    }

    @Override
    public @Nullable String databaseUser() {
        return value("cadastre.database-user");
    }

    @Override
    public @Nullable String databasePassword() {
        return Stream.of("CADASTRE_DATABASE_PASSWORD", "PGPASSWORD")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(password -> !password.isEmpty())
                .findFirst()
                .or(() ->
                        Optional.ofNullable(value(Settings.PASSWORD_FILE))
                                .map(file -> PasswordFile.read(Path.of(file))))
                .orElse(null);
    }

    private @Nullable String value(String property) {
        return Settings.all().stream()
                .filter(setting -> setting.property().equals(property))
                .findFirst()
                .flatMap(setting -> setting.variable(environment))
                .map(environment::get)
                .or(() ->
                        said().stream()
                                .filter(said -> said.property().equals(property))
                                .map(Said::value)
                                .findFirst())
                .orElse(null);
    }

    private List<Said> said() {
        String file = environment.getOrDefault("CADASTRE_CONFIG", "");
        List<Said> known = read;
        if (known == null) {
            known =
                    file.isEmpty()
                            ? List.of()
                            : ConfigurationFile.readUsable(Path.of(file).toAbsolutePath()).said();
            read = known;
        }
        return known;
    }
}
