package dev.cadastre.server.startup.configuration;

import dev.cadastre.server.startup.configuration.Configuration.Said;
import dev.cadastre.server.storage.Maintenance;
import dev.cadastre.server.storage.StartFailure;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Starts what is done to a home while no server runs, with the home and the database that {@code
 * cadastre.conf} names. The launcher comes here for {@code cadastre restore}, {@code backup verify}
 * and {@code database forget-old}.
 */
public final class ConfiguredMaintenance {

    private static final String PASSWORD = "CADASTRE_DATABASE_PASSWORD";
    private static final int NO = 1;

    private ConfiguredMaintenance() {}

    /** Ends with the exit status of a command: 0 done, 1 no, 2 usage. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        try {
            return Maintenance.carryOut(arguments, variables(System.getenv()));
        } catch (StartFailure e) {
            System.err.println("cadastre: " + e.getMessage());
            System.err.println("  " + e.remedy());
            return NO;
        }
    }

    /**
     * The variables of the environment, and below them what the configuration says.
     *
     * @throws StartFailure if there is a configuration that cannot be used
     */
    static Map<String, String> variables(Map<String, String> environment) {
        String file = environment.getOrDefault("CADASTRE_CONFIG", "");
        if (file.isEmpty()) {
            return environment;
        }
        Map<String, String> variables = new HashMap<>(environment);
        for (Said said : ConfigurationFile.readUsable(Path.of(file).toAbsolutePath()).said()) {
            if (said.property().equals(Settings.PASSWORD_FILE)) {
                variables.computeIfAbsent(
                        PASSWORD, name -> PasswordFile.read(Path.of(said.value())));
            } else {
                variables.putIfAbsent(variable(said.property()), said.value());
            }
        }
        return variables;
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
