package dev.cadastre.server.storage;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Makes the home before the log is opened in it: the logging system would create missing folders
 * for everyone to read.
 */
final class HomeBeforeLog implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        String home = environment.getProperty("cadastre.home");
        if (home != null) {
            create(home);
        }
    }

    private static void create(String home) {
        try {
            new Home(Path.of(home)).folder("log");
        } catch (UncheckedIOException e) {
            throw new StartFailure(
                    "The home " + home + " cannot be made: " + e.getCause(),
                    "Make its parent folder writable for the user that runs the server, or choose"
                            + " another home with --home.",
                    e);
        }
    }
}
