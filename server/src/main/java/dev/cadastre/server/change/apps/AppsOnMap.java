package dev.cadastre.server.change.apps;

import dev.cadastre.server.parcels.app.AppChanged;
import dev.cadastre.server.parcels.app.AppRevision;
import dev.cadastre.server.parcels.app.AppState;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.telling.AssetChanges;
import dev.cadastre.server.topology.telling.MapRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes apps off the map that are there no longer. */
@Component
class AppsOnMap {

    private static final Logger log = LoggerFactory.getLogger(AppsOnMap.class);

    private final AssetChanges assets;

    AppsOnMap(AssetChanges assets) {
        this.assets = assets;
    }

    @Order(1)
    @EventListener
    void changed(AppChanged changed) {
        AppRevision revision = changed.revision();
        if (revision.state() != AppState.CURRENT) {
            remove(changed.app().asset());
            revision.hosts().stream()
                    .map(host -> new AssetName(AssetName.DAEMON, changed.app().name() + "@" + host))
                    .forEach(this::remove);
        }
    }

    private void remove(AssetName asset) {
        try {
            assets.remove(asset.toString());
        } catch (MapRefused e) {
            log.debug("{} stays on the map: {}", asset, e.getMessage());
        }
    }
}
