package dev.cadastre.server.storage.health;

import dev.cadastre.server.storage.Partitions;
import dev.cadastre.server.storage.upkeep.TableUpkeep;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads which partitions the parts' tables have. */
@Component
class PartitionHealth implements Examination {

    private final TableUpkeep tables;
    private final Partitions partitions;
    private final Clock clock;

    PartitionHealth(TableUpkeep tables, Partitions partitions, Clock clock) {
        this.tables = tables;
        this.partitions = partitions;
        this.clock = clock;
    }

    @Override
    public List<Finding> examine() {
        return PartitionFindings.of(tables.months(), partitions.limits(), clock.instant());
    }
}
