package dev.cadastre.server.parcels.app;

import dev.cadastre.probe.Transport;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.estate.EstateModel;
import dev.cadastre.server.inventory.HostService;
import dev.cadastre.server.inventory.Readings;
import dev.cadastre.server.inventory.UnknownHost;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what is known of hosts that an app is to be on. */
@Component
class DraftHosts {

    private static final String LOOPBACK = "127.0.0.1";

    private final Estate estate;
    private final Readings readings;

    DraftHosts(Estate estate, Readings readings) {
        this.estate = estate;
        this.readings = readings;
    }

    /** Those of them that are declared. */
    List<DraftHost> read(Collection<String> names) {
        EstateModel model = estate.model();
        return names.stream()
                .map(model.hosts()::get)
                .filter(Objects::nonNull)
                .map(host -> read(host, model))
                .toList();
    }

    private DraftHost read(DeclaredHost host, EstateModel model) {
        String name = host.name();
        String address = address(host);
        try {
            return new DraftHost(
                    name,
                    address,
                    model.sections(name),
                    facts(name),
                    listening(name),
                    runtimes(name));
        } catch (UnknownHost _) {
            // It is declared, and nobody has seen it yet.
            return new DraftHost(name, address, model.sections(name), Map.of(), Set.of(), Map.of());
        }
    }

    /** For whoever is to speak with it, as far as the estate says that. */
    private static String address(DeclaredHost host) {
        return switch (host.address().kind()) {
            case LOCAL -> LOOPBACK;
            case NONE -> host.name();
            case IP, NAME -> host.address().text();
        };
    }

    private Map<String, String> facts(String host) {
        Map<String, String> facts = new HashMap<>();
        readings.facts(host, null, Reach.ALL)
                .forEach(fact -> facts.put(fact.name(), fact.value().text()));
        return facts;
    }

    private Set<Integer> listening(String host) {
        return readings.services(host, null, Reach.ALL).stream()
                .filter(service -> service.protocol() == Transport.TCP)
                .map(HostService::port)
                .collect(Collectors.toSet());
    }

    private Map<String, List<String>> runtimes(String host) {
        Map<String, List<String>> runtimes = new HashMap<>();
        readings.runtimes(host, null, Reach.ALL)
                .forEach(one -> {
                    if (one.version() != null) {
                        runtimes.computeIfAbsent(one.kind(), _ -> new ArrayList<>())
                                .add(one.version());
                    }
                });
        return runtimes;
    }
}
