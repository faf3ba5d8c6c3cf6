package dev.cadastre.server.change.apps;

import dev.cadastre.server.parcels.app.AppChanged;
import dev.cadastre.server.parcels.app.AppRevision;
import dev.cadastre.server.parcels.app.AppState;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.telling.AssetChanges;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes apps off the map that are there no longer. */
@Component
class AppsOnMap {

    private final AssetChanges assets;

    AppsOnMap(AssetChanges assets) {
        this.assets = assets;
    }

    @Order(1)
    @EventListener
    void changed(AppChanged changed) {
        AppRevision revision = changed.revision();
        if (revision.state() != AppState.CURRENT) {
            assets.removeIfTold(changed.app().asset().toString());
            revision.hosts().stream()
                    .map(host -> new AssetName(AssetName.DAEMON, changed.app().name() + "@" + host))
                    .forEach(asset -> assets.removeIfTold(asset.toString()));
        }
    }
}
