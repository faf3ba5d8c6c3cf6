package dev.cadastre.server.web.api;

import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.AssetQuery;
import dev.cadastre.server.topology.reading.Assets;
import dev.cadastre.server.topology.reading.MapAsset;
import dev.cadastre.server.web.api.problem.Nearest;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the asset that an address names, or says which one may have been meant. */
@Component
public class KnownAssets {

    private static final int CANDIDATES = 1_000;

    private final Assets assets;
    private final Permitted permitted;

    KnownAssets(Assets assets, Permitted permitted) {
        this.assets = assets;
        this.permitted = permitted;
    }

    /** The asset, as far as the actor may see it. */
    public MapAsset visible(String id, @Nullable Instant at) {
        return assets.named(id, at, permitted.read(Part.TOPOLOGY)).orElseThrow(() -> unknown(id));
    }

    /** There is no such asset, or was none at the moment asked for, as far as the actor may see. */
    public ProblemException unknown(String id) {
        Reach reach = permitted.read(Part.TOPOLOGY);
        return assets.named(id, null, reach)
                .map(KnownAssets::unknownThen)
                .orElseGet(() -> unknown(id, reach));
    }

    private static ProblemException unknownThen(MapAsset asset) {
        return new ProblemException(
                ProblemKind.ASSET_UNKNOWN,
                "The asset %s was not on the map then: it was first known at %s."
                        .formatted(asset.name(), asset.firstSeen().truncatedTo(ChronoUnit.SECONDS)),
                "Ask for a moment at which it was there.");
    }

    private ProblemException unknown(String id, Reach reach) {
        return new ProblemException(
                ProblemKind.ASSET_UNKNOWN,
                "There is no asset " + id + ", or you may not see it.",
                nearest(id, reach)
                        .map(nearest -> "Perhaps " + nearest + " was meant.")
                        .orElse(
                                "`cadastre assets` and /api/v1/assets list all; they are written like"
                                        + " host:web1 or service:5432-tcp@db1."));
    }

    /** People leave the kind out, or the host. */
    private Optional<String> nearest(String id, Reach reach) {
        List<AssetName> candidates = candidates(id, reach);
        Map<String, String> shorter = new HashMap<>();
        candidates.forEach(name -> shorter.putIfAbsent(name.bare(), name.toString()));
        candidates.forEach(name -> shorter.put(name.name(), name.toString()));
        return Nearest.to(id, candidates.stream().map(AssetName::toString).toList())
                .or(() -> Nearest.to(id, shorter.keySet()).map(shorter::get));
    }

    /**
     * All where they are few; otherwise those that share a half with the wanted one, since a slip
     * of the finger leaves one half whole.
     */
    private List<AssetName> candidates(String id, Reach reach) {
        var all = assets.find(containing(null), reach);
        if (all.next() == null) {
            return all.items().stream().map(MapAsset::name).toList();
        }
        String name = id.substring(id.indexOf(':') + 1);
        int middle = name.length() / 2;
        return Stream.of(name.substring(0, middle), name.substring(middle))
                .filter(half -> !half.isEmpty())
                .flatMap(half -> assets.find(containing(half), reach).items().stream())
                .map(MapAsset::name)
                .toList();
    }

    private static AssetQuery containing(@Nullable String text) {
        return new AssetQuery(null, null, text, null, null, null, null, CANDIDATES);
    }
}
