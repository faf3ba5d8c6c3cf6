package dev.cadastre.server.startup;

import dev.cadastre.server.storage.Home;
import dev.cadastre.server.storage.StartFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says on standard output where the server answers, once it does. */
@Component
class ReadyLine {

    private final Environment environment;
    private final Home home;
    private final List<ReadyRemark> remarks;

    ReadyLine(Environment environment, Home home, List<ReadyRemark> remarks) {
        this.environment = environment;
        this.home = home;
        this.remarks = List.copyOf(remarks);
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext) {
            boolean terminal = environment.getProperty("cadastre.terminal", "").contains("out");
            print(System.out, url(), terminal);
        }
    }

    void print(PrintStream out, String url, boolean terminal) {
        out.println("cadastre: ready at " + url);
        if (terminal) {
            remarks.forEach(remark -> remark.line(url).ifPresent(out::println));
            out.println("Ctrl-C stops it.");
        }
        out.flush();
    }

    /** As the local command line finds it, too. */
    private String url() {
        Path file = home.file("server.url");
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartFailure(
                    "Cannot read " + file + ": " + e,
                    "Look at what else writes to that folder.",
                    e);
        }
    }
}
