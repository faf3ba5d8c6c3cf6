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
        boolean encrypted = properties.tls() != null;
        String scheme = encrypted ? "https" : "http";
        int port = event.getWebServer().getPort();
        commandLine.announce(URI.create(scheme + "://" + publicName(encrypted) + ":" + port));
    }

    /** A certificate is for a name, so that with TLS the server is addressed by it. */
    private String publicName(boolean encrypted) {
        return encrypted && !properties.hosts().isEmpty()
                ? properties.hosts().getFirst()
                : "localhost";
    }
}
