package dev.cadastre.server.web.api;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.map.Asset;
import dev.cadastre.api.map.Relation;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.topology.AssetQuery;
import dev.cadastre.server.topology.Presence;
import dev.cadastre.server.topology.reading.Assets;
import dev.cadastre.server.topology.reading.Maps;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Cursor;
import dev.cadastre.server.web.api.request.Limit;
import dev.cadastre.server.web.api.request.Pages;
import dev.cadastre.server.web.api.request.Parameters;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is on the map, and one thing on it. */
@RestController
@RequestMapping(ApiPath.BASE + "/assets")
class AssetsController {

    private final Assets assets;
    private final Maps maps;
    private final KnownAssets known;
    private final Permitted permitted;

    AssetsController(Assets assets, Maps maps, KnownAssets known, Permitted permitted) {
        this.assets = assets;
        this.maps = maps;
        this.known = known;
        this.permitted = permitted;
    }

    @Parameters
    record ListParameters(
            @Nullable String kind,
            @Nullable String environment,
            @Nullable String text,
            @Nullable String q,
            @Nullable Presence presence,
            @Nullable Instant at,
            @Nullable Limit limit,
            @Nullable Cursor after) {

        AssetQuery query() {
            return new AssetQuery(
                    kind,
                    environment,
                    text,
                    q == null || q.isBlank() ? null : q,
                    presence,
                    at,
                    Cursor.start(after),
                    Limit.of(limit));
        }
    }

    @Parameters
    record MomentParameters(@Nullable Instant at) {}

    /**
     * Lists assets by id. The parameter text is a part of their ids; q is a query, such as
     * "group:web", and finds what is on the hosts that it finds.
     */
    @GetMapping
    ListPage<Asset> list(ListParameters parameters) {
        return Pages.wire(
                assets.find(parameters.query(), permitted.read(Part.TOPOLOGY)), MapRecords::asset);
    }

    /** One asset, with whom to call. */
    @GetMapping("/{id}")
    Asset one(@PathVariable String id, MomentParameters parameters) {
        return MapRecords.asset(known.visible(id, parameters.at()));
    }

    /** All relations from and to it, each with all evidence. */
    @GetMapping("/{id}/relations")
    ListPage<Relation> relations(@PathVariable String id, MomentParameters parameters) {
        return Pages.whole(
                maps.relations(id, parameters.at(), permitted.read(Part.TOPOLOGY)),
                MapRecords::relation);
    }
}
