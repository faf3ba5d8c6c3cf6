package dev.cadastre.server.change.running;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.change.archive.FolderContext;
import dev.cadastre.change.plan.Place;
import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.estate.EstateModel;
import dev.cadastre.server.estate.HostView;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The values that a change's files and parameters may refer to: what it was given goes before what
 * the estate states for a host.
 */
@Component
class RunValues {

    private final Estate estate;

    RunValues(Estate estate) {
        this.estate = estate;
    }

    /** Those of hosts, as the estate is now. */
    Map<String, Map<String, String>> of(Collection<String> hosts, Map<String, String> parameters) {
        EstateModel model = estate.model();
        return hosts.stream()
                .collect(Collectors.toMap(host -> host, host -> of(host, parameters, model)));
    }

    private static Map<String, String> of(
            String host, Map<String, String> parameters, EstateModel model) {
        Map<String, String> values = new HashMap<>();
        HostView view = model.view(host);
        if (view != null) {
            view.values().forEach(shown -> values.putIfAbsent(shown.key(), shown.value()));
        }
        DeclaredHost declared = model.hosts().get(host);
        if (declared != null) {
            values.put("environment", declared.environment());
        }
        values.putAll(parameters);
        values.put("host", host);
        return values;
    }

    /** What scripts are made from at each place. */
    Function<Place, ScriptContext> contexts(
            ChangeFolder files, Collection<String> hosts, Map<String, String> parameters) {
        Map<String, Map<String, String>> values = of(hosts, parameters);
        return place ->
                place.isLocal()
                        ? FolderContext.local(files, parameters)
                        : FolderContext.host(
                                files, place.host(), values.getOrDefault(place.host(), parameters));
    }
}
