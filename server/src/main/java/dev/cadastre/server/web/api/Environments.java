package dev.cadastre.server.web.api;

import dev.cadastre.api.Environment;
import dev.cadastre.api.Origin;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.inventory.EnvironmentNumbers;
import dev.cadastre.server.inventory.Hosts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Joins what the estate states of environments with how their hosts are. */
@Component
public class Environments {

    private final Estate estate;
    private final Hosts hosts;
    private final Permitted permitted;

    Environments(Estate estate, Hosts hosts, Permitted permitted) {
        this.estate = estate;
        this.hosts = hosts;
        this.permitted = permitted;
    }

    /** All that the actor may see, by name; declared ones as of now. */
    public List<Environment> all(@Nullable Instant at) {
        Reach reach = permitted.read(Part.INVENTORY);
        Map<String, Environment> all = new TreeMap<>();
        estate.model().environments().values().stream()
                .filter(declared -> reach.covers(declared.name()))
                .forEach(declared -> all.put(declared.name(), empty(declared)));
        hosts.environments(at, reach)
                .forEach(numbers ->
                        all.merge(numbers.name(), undeclared(numbers), Environments::join));
        return List.copyOf(all.values());
    }

    private static Environment empty(dev.cadastre.server.estate.Environment declared) {
        var origin = declared.origin();
        return new Environment(
                declared.name(),
                declared.owner(),
                0,
                0,
                0,
                origin.line() == 0 ? null : new Origin(origin.file(), origin.line()));
    }

    private static Environment undeclared(EnvironmentNumbers numbers) {
        return new Environment(
                numbers.name(), null, numbers.hosts(), numbers.failing(), numbers.stale(), null);
    }

    private static Environment join(Environment declared, Environment numbers) {
        return new Environment(
                declared.name(),
                declared.owner(),
                numbers.hosts(),
                numbers.failing(),
                numbers.stale(),
                declared.source());
    }
}
