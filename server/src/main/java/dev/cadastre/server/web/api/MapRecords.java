package dev.cadastre.server.web.api;

import dev.cadastre.api.map.Asset;
import dev.cadastre.api.map.AssetMap;
import dev.cadastre.api.map.AssetOwner;
import dev.cadastre.api.map.AssetPath;
import dev.cadastre.api.map.Evidence;
import dev.cadastre.api.map.MapChange;
import dev.cadastre.api.map.Product;
import dev.cadastre.api.map.Relation;
import dev.cadastre.api.map.RelationType;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.reading.AssetProduct;
import dev.cadastre.server.topology.reading.MapAsset;
import dev.cadastre.server.topology.reading.MapDifference;
import dev.cadastre.server.topology.reading.MapRelation;
import dev.cadastre.server.topology.reading.PartOfMap;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The map as it is sent. */
public final class MapRecords {

    private MapRecords() {}

    public static AssetMap map(PartOfMap part) {
        return new AssetMap(
                AssetMap.FORMAT,
                part.at(),
                part.assets().stream().map(MapRecords::asset).toList(),
                part.relations().stream().map(MapRecords::relation).toList(),
                part.omitted());
    }

    public static Asset asset(MapAsset asset) {
        return new Asset(
                asset.name().toString(),
                asset.name().kind(),
                asset.title(),
                asset.environment(),
                Asset.Lifecycle.valueOf(asset.lifecycle().name()),
                Asset.Presence.valueOf(asset.presence().name()),
                asset.since(),
                asset.firstSeen(),
                asset.lastSeen(),
                product(asset.product()),
                new TreeMap<>(asset.labels()),
                new TreeMap<>(asset.attributes()),
                owner(asset.owner()),
                asset.corrected());
    }

    private static @Nullable Product product(@Nullable AssetProduct product) {
        return product == null
                ? null
                : new Product(
                        product.name(),
                        product.title(),
                        product.role(),
                        null,
                        Product.Certainty.valueOf(product.certainty()),
                        product.reason());
    }

    public static @Nullable AssetOwner owner(
            dev.cadastre.server.topology.@Nullable AssetOwner owner) {
        return owner == null
                ? null
                : new AssetOwner(
                        owner.team(),
                        new TreeMap<>(owner.contacts()),
                        owner.reason(),
                        owner.inheritedFrom() == null ? null : owner.inheritedFrom().toString());
    }

    public static Relation relation(MapRelation relation) {
        return new Relation(
                relation.source().toString(),
                RelationType.valueOf(relation.type().name()),
                relation.target().toString(),
                Relation.Sight.valueOf(relation.sight().name()),
                Relation.Standing.valueOf(relation.standing().name()),
                relation.since(),
                relation.firstSeen(),
                relation.lastSeen(),
                relation.alternatives() == null
                        ? null
                        : new Relation.Alternatives(relation.alternatives(), relation.assumed()),
                relation.evidence().stream().map(MapRecords::evidence).toList(),
                relation.conflict(),
                relation.corrected());
    }

    private static Evidence evidence(dev.cadastre.server.topology.Evidence evidence) {
        return new Evidence(
                evidence.origin() == null
                        ? Evidence.Source.SOCKETS
                        : Evidence.Source.valueOf(evidence.origin().name()),
                evidence.by(),
                evidence.process(),
                evidence.account(),
                evidence.address(),
                evidence.port(),
                evidence.count(),
                evidence.firstSeen(),
                evidence.lastSeen());
    }

    public static MapChange change(MapDifference difference) {
        return new MapChange(
                ids(difference.assetsAdded()),
                ids(difference.assetsRemoved()),
                difference.relationsAdded().stream().map(MapRecords::edge).toList(),
                difference.relationsRemoved().stream().map(MapRecords::edge).toList());
    }

    private static MapChange.Edge edge(MapDifference.Edge edge) {
        return new MapChange.Edge(
                edge.source().toString(),
                RelationType.valueOf(edge.type().name()),
                edge.target().toString());
    }

    public static AssetPath path(List<AssetName> assets) {
        return new AssetPath(ids(assets));
    }

    /** Names as they are sent. */
    static List<String> ids(List<AssetName> names) {
        return names.stream().map(AssetName::toString).toList();
    }
}
