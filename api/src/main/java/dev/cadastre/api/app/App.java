package dev.cadastre.api.app;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deployed parcel, as lists show it.
 *
 * @param name as {@code shop@qa}
 * @param parcel its parcel's name
 * @param version its parcel's version
 * @param state of its last revision that was started
 * @param hosts where it is
 * @param owner the team that answers for it; null if none does
 * @param bindings what meets its requirements
 * @param consumers apps that are bound to it
 * @param remarks what to know of it; null in lists, which do not look for that
 * @param revision the number of the revision that is there; 0 if none is yet
 * @param changedAt when that was made so; null likewise
 */
public record App(
        String name,
        String environment,
        String parcel,
        String version,
        AppState state,
        List<String> hosts,
        @Nullable String owner,
        List<AppBinding> bindings,
        List<String> consumers,
        @Nullable List<AppRemark> remarks,
        int revision,
        @Nullable Instant changedAt) {}
