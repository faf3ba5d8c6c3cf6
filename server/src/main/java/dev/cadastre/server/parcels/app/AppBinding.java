package dev.cadastre.server.parcels.app;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * What meets a requirement of an app.
 *
 * @param binding what the requirement is called
 * @param requires what is required, as {@code postgresql >=13}
 * @param provider the app that meets it
 * @param hosts where that is
 * @param revision the number of the provider's revision that was read; 0 if that is not known
 */
@NamedInterface("app")
public record AppBinding(
        String binding, String requires, AppName provider, List<String> hosts, int revision) {

    /** Copies the hosts. */
    public AppBinding {
        hosts = List.copyOf(hosts);
    }
}
