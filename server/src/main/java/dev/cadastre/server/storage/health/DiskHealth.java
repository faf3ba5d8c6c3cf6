package dev.cadastre.server.storage.health;

import dev.cadastre.server.storage.Home;
import dev.cadastre.server.storage.growth.Growth;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads how full the disk of the home is. */
@Component
class DiskHealth implements Examination {

    private final Growth growth;
    private final Home home;
    private final Clock clock;

    DiskHealth(Growth growth, Home home, Clock clock) {
        this.growth = growth;
        this.home = home;
        this.clock = clock;
    }

    @Override
    public List<Finding> examine() {
        return DiskFindings.of(home.path().toString(), growth.report().disk(), clock.instant());
    }
}
