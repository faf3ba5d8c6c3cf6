package dev.cadastre.server.startup;

import java.io.PrintStream;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says on standard output where the server answers, once it does. */
@Component
class ReadyLine {

    private final Environment environment;
    private final List<ReadyRemark> remarks;

    ReadyLine(Environment environment, List<ReadyRemark> remarks) {
        this.environment = environment;
        this.remarks = List.copyOf(remarks);
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof ServletWebServerApplicationContext web
                && web.getWebServer() != null) {
            boolean terminal = environment.getProperty("cadastre.terminal", "").contains("out");
            print(System.out, url(web.getWebServer().getPort()), terminal);
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

    private String url(int port) {
        boolean encrypted = environment.getProperty("server.ssl.bundle") != null;
        return (encrypted ? "https" : "http") + "://localhost:" + port;
    }
}
