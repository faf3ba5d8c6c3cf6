package dev.cadastre.server.web.api;

import dev.cadastre.server.CadastreServer;
import org.springframework.stereotype.Component;

/** The version of this server, as its archive states it. */
@Component
class ServerVersion {

    /** {@code development} where the server does not run from an archive. */
    String text() {
        String version = CadastreServer.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
