package dev.cadastre.server.parcels.app;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What somebody wants of an app.
 *
 * @param parcel a parcel's name, {@code NAME:VERSION} or a requirement; null for the one that is
 *     deployed
 * @param hosts names of hosts of its environment; none for those where it is
 * @param files with values, in their order; null for those that were given last
 * @param values what the command line gives; may have secrets
 * @param unset parameters that files and the command line no longer give a value
 * @param bindings the app that meets a requirement, by the binding
 * @param purge whether its data are removed with it
 */
@NamedInterface("app")
public record AppOrder(
        AppName app,
        AppVerb verb,
        @Nullable String parcel,
        List<String> hosts,
        @Nullable List<ValuesFile> files,
        Map<String, String> values,
        Set<String> unset,
        Map<String, String> bindings,
        boolean purge) {

    /** Copies what it has several of. */
    public AppOrder {
        hosts = List.copyOf(hosts);
        files = files == null ? null : List.copyOf(files);
        values = Map.copyOf(values);
        unset = Set.copyOf(unset);
        bindings = Map.copyOf(bindings);
    }

    /** The same on these hosts. */
    public AppOrder on(List<String> others) {
        return new AppOrder(app, verb, parcel, others, files, values, unset, bindings, purge);
    }

    /** Without the values. */
    @Override
    public String toString() {
        return "%s %s on %s".formatted(verb, app, hosts);
    }
}
