package dev.cadastre.server.web.api.request;

import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Lets a list leave in few writes. Tomcat hands an answer to the socket in pieces of 8 kB, each of
 * which wakes the reader.
 */
@Component
class LargeWrites implements WebServerFactoryCustomizer<TomcatWebServerFactory> {

    private static final int BYTES = 64 << 10;

    @Override
    public void customize(TomcatWebServerFactory factory) {
        factory.addConnectorCustomizers(connector ->
                connector.setProperty("socket.appWriteBufSize", Integer.toString(BYTES)));
    }
}
