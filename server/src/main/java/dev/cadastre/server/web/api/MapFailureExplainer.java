package dev.cadastre.server.web.api;

import dev.cadastre.server.topology.UnknownAsset;
import dev.cadastre.server.web.api.problem.FailureExplainer;
import dev.cadastre.server.web.api.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names the nearest asset where the map knows none. */
@Component
class MapFailureExplainer implements FailureExplainer {

    private final KnownAssets assets;

    MapFailureExplainer(KnownAssets assets) {
        this.assets = assets;
    }

    @Override
    public @Nullable ProblemException explain(Exception failure) {
        return failure instanceof UnknownAsset unknown ? assets.unknown(unknown.name()) : null;
    }
}
