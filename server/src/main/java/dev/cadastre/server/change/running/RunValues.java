package dev.cadastre.server.change.running;

import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.estate.EstateModel;
import dev.cadastre.server.estate.HostView;
import dev.cadastre.server.parcels.app.Apps;
import dev.cadastre.server.parcels.app.TaskValues;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The values that a change's files and parameters may refer to. Those of an app are what its
 * revision says. To others counts what they were given, before what the estate states for a host.
 */
@Component
class RunValues {

    private final Estate estate;
    private final Apps apps;

    RunValues(Estate estate, Apps apps) {
        this.estate = estate;
        this.apps = apps;
    }

    /**
     * Those of hosts, as the estate is now.
     *
     * @param task what of an app is done; null for a change by itself
     */
    GivenValues of(Collection<String> hosts, Map<String, String> parameters, @Nullable Long task) {
        return task == null ? ofEstate(hosts, parameters) : ofApp(apps.values(task), parameters);
    }

    /** Those that an app has. */
    static GivenValues ofApp(TaskValues values, Map<String, String> parameters) {
        Map<String, String> alike = new HashMap<>(values.common());
        alike.putAll(parameters);
        return new GivenValues(values.byHost(), alike, alike, values.secrets());
    }

    private GivenValues ofEstate(Collection<String> hosts, Map<String, String> parameters) {
        EstateModel model = estate.model();
        Map<String, Map<String, String>> byHost =
                hosts.stream()
                        .collect(
                                Collectors.toMap(
                                        host -> host, host -> of(host, parameters, model)));
        return new GivenValues(byHost, parameters, parameters, Set.of());
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
}
