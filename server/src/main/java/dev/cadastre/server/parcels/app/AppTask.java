package dev.cadastre.server.parcels.app;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * One change of one parcel that a revision needs.
 *
 * @param revision the id of the revision
 * @param ordinal from 0 on, in the order in which they are done
 * @param app whose parcel's change it is: the provider's where a binding begins or ends
 * @param binding what the binding is called; null for what is done to the app itself
 * @param parcel of that app
 * @param file the change in the parcel
 * @param hosts where
 */
@NamedInterface("app")
public record AppTask(
        long id,
        long revision,
        int ordinal,
        Step step,
        AppName app,
        @Nullable String binding,
        AppParcel parcel,
        String file,
        List<String> hosts) {

    /** Copies the hosts. */
    public AppTask {
        hosts = List.copyOf(hosts);
    }
}
