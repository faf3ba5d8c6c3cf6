package dev.cadastre.server.web.page;

import dev.cadastre.api.Environment;
import dev.cadastre.api.EstateProblem;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.EnvironmentNumbers;
import dev.cadastre.server.inventory.Hosts;
import java.util.List;
import org.springframework.stereotype.Component;

/** The environments with their numbers, and what is wrong with the file that declares them. */
@Component
class EnvironmentTiles {

    private final Hosts hosts;

    EnvironmentTiles(Hosts hosts) {
        this.hosts = hosts;
    }

    List<Environment> all(Reach reach) {
        return hosts.environments(null, reach).stream().map(EnvironmentTiles::tile).toList();
    }

    private static Environment tile(EnvironmentNumbers numbers) {
        return new Environment(
                numbers.name(), null, numbers.hosts(), numbers.failing(), numbers.stale(), null);
    }

    List<EstateProblem> problems() {
        return List.of();
    }
}
