package dev.cadastre.server.web.api.exchange;

import dev.cadastre.api.ScrapeTargets;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.inventory.Host;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Parameters;
import dev.cadastre.server.web.api.request.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What Prometheus discovers by {@code http_sd_configs}. */
@RestController
class PrometheusController {

    private static final String LABEL = "__meta_cadastre_";

    private final SelectedHosts selected;
    private final Permitted permitted;

    PrometheusController(SelectedHosts selected, Permitted permitted) {
        this.selected = selected;
        this.permitted = permitted;
    }

    @Parameters
    record TargetParameters(
            Port port, @Nullable String environment, @Nullable String group, @Nullable String q) {

        HostSelection hosts() {
            return new HostSelection(environment, group, q, null);
        }
    }

    /** A target on that port for each host that has an address. */
    @GetMapping(ApiPath.BASE + "/prometheus/targets")
    List<ScrapeTargets> targets(TargetParameters parameters) {
        List<ScrapeTargets> targets = new ArrayList<>();
        selected.of(parameters.hosts(), permitted.read(Part.INVENTORY))
                .forEachRemaining(host -> {
                    if (host.address() != null) {
                        String address = address(host, host.address());
                        targets.add(
                                new ScrapeTargets(
                                        List.of(address + ":" + parameters.port().number()),
                                        labels(host)));
                    }
                });
        return targets;
    }

    /** The server's own machine is known to others by its name. */
    private static String address(Host host, String address) {
        if (address.equals("local")) {
            return host.name();
        }
        return address.contains(":") ? "[" + address + "]" : address;
    }

    private static SortedMap<String, String> labels(Host host) {
        SortedMap<String, String> labels = new TreeMap<>();
        labels.put(LABEL + "name", host.name());
        labels.put(LABEL + "environment", host.environment());
        if (!host.groups().isEmpty()) {
            labels.put(LABEL + "groups", "," + String.join(",", host.groups()) + ",");
        }
        if (host.os() != null) {
            labels.put(LABEL + "os", host.os());
        }
        if (host.osId() != null) {
            labels.put(LABEL + "os_id", host.osId());
        }
        return labels;
    }
}
