package dev.cadastre.server.change.apps;

import dev.cadastre.change.run.RunSettings;
import dev.cadastre.server.parcels.app.AppOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What somebody wants of an app.
 *
 * @param order what it is to be; its hosts are those that are named, none if a query finds them
 * @param q a query for its hosts; null if they are named, or stay
 * @param settings how its runs are to be done
 */
@NamedInterface("apps")
public record AppWish(AppOrder order, @Nullable String q, RunSettings settings) {}
