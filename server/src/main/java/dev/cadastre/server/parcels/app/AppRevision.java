package dev.cadastre.server.parcels.app;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * An app as somebody wanted it at some time. Immutable.
 *
 * @param number from 1 on for each app
 * @param signer whose signature its environment trusts; null if it needs none
 * @param state what became of it
 * @param problem why it failed; empty if it did not
 * @param values of each of its hosts, by the host
 * @param bindings by name
 * @param tasks in the order in which they are done
 * @param file the change of its parcel that makes it as it is described
 * @param owner the team that its parcel names; null for none
 */
@NamedInterface("app")
public record AppRevision(
        long id,
        AppName app,
        int number,
        AppVerb verb,
        AppParcel parcel,
        @Nullable String signer,
        AppState state,
        String problem,
        SortedMap<String, List<ShownValue>> values,
        List<AppBinding> bindings,
        List<AppTask> tasks,
        String file,
        @Nullable String owner,
        String madeBy,
        Instant madeAt,
        @Nullable Instant endedAt) {

    /** Copies what it has several of. */
    public AppRevision {
        values = new TreeMap<>(values);
        bindings = List.copyOf(bindings);
        tasks = List.copyOf(tasks);
    }

    /** Where it is. */
    public List<String> hosts() {
        return List.copyOf(values.keySet());
    }

    /** The values of a host; none if it is not there. */
    public List<ShownValue> on(String host) {
        return values.getOrDefault(host, List.of());
    }

    /** The same with these tasks. */
    AppRevision with(List<AppTask> others) {
        return new AppRevision(
                id, app, number, verb, parcel, signer, state, problem, values, bindings, others,
                file, owner, madeBy, madeAt, endedAt);
    }

    /** What meets its requirements, by the binding. */
    public Map<String, AppBinding> byBinding() {
        Map<String, AppBinding> all = new TreeMap<>();
        bindings.forEach(one -> all.put(one.binding(), one));
        return all;
    }
}
