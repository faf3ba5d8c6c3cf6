package dev.cadastre.server.topology.reading;

import dev.cadastre.server.storage.health.Examination;
import dev.cadastre.server.storage.health.Finding;
import dev.cadastre.server.storage.health.FindingKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether the map keeps up with what hosts say. */
@Component
class MapHealth implements Examination {

    private static final int MANY = 1_000;

    private final Maps maps;

    MapHealth(Maps maps) {
        this.maps = maps;
    }

    @Override
    public List<Finding> examine() {
        return findings(maps.status().waiting());
    }

    /** Pure. */
    static List<Finding> findings(int waiting) {
        return waiting < MANY
                ? List.of()
                : List.of(
                        Finding.warning(
                                FindingKind.MAP_BEHIND,
                                "map",
                                "Hosts whose reports are not on it yet: " + waiting));
    }
}
