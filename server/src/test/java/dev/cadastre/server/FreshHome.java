package dev.cadastre.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Gives a server under test a home that nothing has been written to, and removes it afterwards. */
final class FreshHome implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            Path home = Files.createTempDirectory(Path.of("target"), "home-");
            // The tests of jsonstats servers say themselves when these are asked.
            TestPropertyValues.of("cadastre.home=" + home, "cadastre.jsonstats.scheduled=false")
                    .applyTo(context);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(context, home)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a home for the tests", e);
        }
    }

    private static void delete(ConfigurableApplicationContext context, Path home) {
        context.close();
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + home, e);
        }
    }
}
