package dev.cadastre.server.web.security;

import dev.cadastre.server.access.LocalCommandLine;
import java.net.URI;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the local command line where the server is, once it is there. */
@Component
class Announcement {

    private final ListenProperties properties;
    private final LocalCommandLine commandLine;

    Announcement(ListenProperties properties, LocalCommandLine commandLine) {
        this.properties = properties;
        this.commandLine = commandLine;
    }

    @EventListener
    void announce(WebServerInitializedEvent event) {
        commandLine.announce(url(properties, event.getWebServer().getPort()));
    }

    /** Where the command line of this machine reaches a server that listens so. */
    static URI url(ListenProperties properties, int port) {
        boolean encrypted = properties.tls() != null;
        // A certificate is for a name, so that with TLS the server is addressed by it.
        String name =
                encrypted && !properties.hosts().isEmpty()
                        ? properties.hosts().getFirst()
                        : listening(properties.listen());
        return URI.create((encrypted ? "https" : "http") + "://" + name + ":" + port);
    }

    private static String listening(String listen) {
        if (HostNames.isWildcard(listen) || listen.equals("127.0.0.1")) {
            return "localhost";
        }
        return listen.indexOf(':') < 0 || listen.startsWith("[") ? listen : "[" + listen + "]";
    }
}
