package dev.cadastre.server.web.api.monitor;

import dev.cadastre.server.CadastreServer;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.estate.EstateByTest;
import dev.cadastre.server.monitoring.defining.MonitorsByTest;
import dev.cadastre.server.web.api.ApiClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A server with an estate file of its own that is changed while it runs and while it does not. */
public final class ChangingEstate implements AutoCloseable {

    private final Path folder;
    private ConfigurableApplicationContext server;

    public ChangingEstate(Path folder) {
        this.folder = folder;
        write("");
        server = start();
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(CadastreServer.class)
                .run(
                        "--server.port=0",
                        "--cadastre.home=" + folder.resolve("home"),
                        "--cadastre.estate=" + file(),
                        "--cadastre.jsonstats.scheduled=false");
    }

    private Path file() {
        return folder.resolve("estate.ini");
    }

    private void write(String sections) {
        try {
            Files.writeString(file(), text(sections));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A whole file with these sections. */
    static String text(String sections) {
        return """
        [environment qa]

        [host h1]
        environment = qa
        address = none

        """
                + sections;
    }

    /** Saves the file with these sections while the server runs. */
    public void save(String sections) {
        write(sections);
        server.getBean(EstateByTest.class).saved();
    }

    /** Saves it while the server does not run. */
    void saveAndRestart(String sections) {
        server.close();
        write(sections);
        server = start();
    }

    public MonitorCalls calls() {
        server.getBean(MonitorsByTest.class).coverAgain();
        return new MonitorCalls(
                ApiClient.administrator(
                        server.getEnvironment(),
                        server.getBean(Access.class),
                        server.getBean(Tokens.class)));
    }

    /** A part of the server. */
    public <T> T part(Class<T> type) {
        return server.getBean(type);
    }

    @Override
    public void close() {
        server.close();
    }
}
