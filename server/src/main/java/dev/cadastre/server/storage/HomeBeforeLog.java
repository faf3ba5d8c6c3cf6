package dev.cadastre.server.storage;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
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
            create(Path.of(home), environment.getProperty("cadastre.log-folder", ""));
        }
    }

    private static void create(Path home, String logs) {
        HomeOwner.require(home.toAbsolutePath());
        try {
            Home made = new Home(home);
            if (logs.isEmpty()) {
                made.folder("log");
            } else if (!Files.isDirectory(Path.of(logs)) || !Files.isWritable(Path.of(logs))) {
                throw new StartFailure(
                        "The log folder " + logs + " is not there, or cannot be written",
                        "Make it, and let the user %s write into it."
                                .formatted(System.getProperty("user.name")));
            }
        } catch (UncheckedIOException e) {
            throw new StartFailure(
                    "The home %s cannot be made: %s"
                            .formatted(
                                    home,
                                    StartFailure.reason(Objects.requireNonNull(e.getCause()))),
                    "Make the folder for the user that runs the server (install -d -o %s -m 700), or"
                                    .formatted(System.getProperty("user.name"))
                            + " choose another home with --home or `home` in [server].",
                    e);
        }
    }
}
