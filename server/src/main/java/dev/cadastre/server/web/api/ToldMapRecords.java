package dev.cadastre.server.web.api;

import dev.cadastre.api.map.AssetDefinition;
import dev.cadastre.api.map.Correction;
import dev.cadastre.api.map.CorrectionDefinition;
import dev.cadastre.api.map.Deployment;
import dev.cadastre.api.map.DeploymentDefinition;
import dev.cadastre.api.map.MapImport;
import dev.cadastre.api.map.MapReceipt;
import dev.cadastre.api.map.Relation;
import dev.cadastre.api.map.RelationDefinition;
import dev.cadastre.server.topology.AssetLifecycle;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.RelationType;
import dev.cadastre.server.topology.telling.AssetStatement;
import dev.cadastre.server.topology.telling.NewCorrection;
import dev.cadastre.server.topology.telling.NewDeployment;
import dev.cadastre.server.topology.telling.RelationStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is said of the map, between how it is sent and how it is taken. */
public final class ToldMapRecords {

    private ToldMapRecords() {}

    static AssetStatement asset(String id, AssetDefinition said) {
        return new AssetStatement(
                "",
                id,
                said.title(),
                said.environment(),
                lifecycle(said.lifecycle()),
                Objects.requireNonNullElse(said.labels(), Map.of()),
                Objects.requireNonNullElse(said.attributes(), Map.of()),
                said.owner());
    }

    private static AssetLifecycle lifecycle(
            dev.cadastre.api.map.Asset.@Nullable Lifecycle lifecycle) {
        return lifecycle == null ? AssetLifecycle.LIVE : AssetLifecycle.valueOf(lifecycle.name());
    }

    static List<RelationStatement> relations(List<RelationDefinition> said) {
        List<RelationStatement> relations = new ArrayList<>();
        for (RelationDefinition one : said) {
            relations.add(
                    new RelationStatement(
                            "items." + relations.size(),
                            one.source(),
                            type(one.type()),
                            one.target(),
                            one.alternatives()));
        }
        return relations;
    }

    static RelationType type(dev.cadastre.api.map.RelationType type) {
        return RelationType.valueOf(type.name());
    }

    static List<AssetStatement> assets(MapImport sent) {
        List<AssetStatement> assets = new ArrayList<>();
        for (MapImport.Item item : sent.assets()) {
            MapImport.Owner owner = item.owner();
            assets.add(
                    new AssetStatement(
                            "assets." + assets.size(),
                            item.id(),
                            item.title(),
                            item.environment(),
                            lifecycle(item.lifecycle()),
                            Objects.requireNonNullElse(item.labels(), Map.of()),
                            Objects.requireNonNullElse(item.attributes(), Map.of()),
                            owner == null || owner.inheritedFrom() != null ? null : owner.team()));
        }
        return assets;
    }

    static List<RelationStatement> relations(MapImport sent) {
        List<RelationStatement> relations = new ArrayList<>();
        int at = 0;
        for (MapImport.Edge edge :
                Objects.requireNonNullElse(sent.relations(), List.<MapImport.Edge>of())) {
            String place = "relations." + at++;
            if (holds(edge.standing())) {
                relations.add(
                        new RelationStatement(
                                place,
                                edge.source(),
                                type(edge.type()),
                                edge.target(),
                                group(edge.alternatives())));
            }
        }
        return relations;
    }

    private static boolean holds(Relation.@Nullable Standing standing) {
        return standing != Relation.Standing.DENIED && standing != Relation.Standing.EARLIER;
    }

    private static @Nullable String group(MapImport.@Nullable Group group) {
        return group == null || Boolean.TRUE.equals(group.assumed()) ? null : group.name();
    }

    static MapReceipt receipt(dev.cadastre.server.topology.telling.MapReceipt receipt) {
        return new MapReceipt(
                receipt.assets(),
                receipt.relations(),
                receipt.created().stream().map(AssetName::toString).toList());
    }

    static NewDeployment deployment(DeploymentDefinition sent, @Nullable String key) {
        return new NewDeployment(
                sent.key() == null ? key : sent.key(),
                sent.app(),
                sent.environment(),
                sent.version(),
                Objects.requireNonNullElse(sent.hosts(), List.of()),
                Boolean.TRUE.equals(sent.allHosts()),
                sent.by(),
                sent.tool(),
                sent.run(),
                sent.link(),
                Objects.requireNonNullElse(sent.parameters(), Map.of()),
                sent.dependencies(),
                Objects.requireNonNullElse(sent.programs(), List.of()));
    }

    static Deployment deployment(dev.cadastre.server.topology.telling.Deployment told) {
        return new Deployment(
                told.id(),
                told.at(),
                told.asset().toString(),
                told.app(),
                told.environment(),
                told.version(),
                told.hosts(),
                told.by(),
                told.tool(),
                told.run(),
                told.link(),
                told.parameters(),
                told.dependencies(),
                told.programs(),
                told.toldBy());
    }

    static NewCorrection correction(CorrectionDefinition sent) {
        dev.cadastre.api.map.RelationType type = sent.type();
        return new NewCorrection(
                dev.cadastre.server.topology.telling.Correction.Kind.valueOf(sent.kind().name()),
                sent.asset(),
                type == null ? null : type(type),
                sent.target(),
                sent.value(),
                sent.reason());
    }

    /** A correction as it is sent. */
    public static Correction correction(dev.cadastre.server.topology.telling.Correction made) {
        RelationType type = made.type();
        AssetName target = made.target();
        return new Correction(
                made.id(),
                Correction.Kind.valueOf(made.kind().name()),
                made.asset().toString(),
                type == null ? null : dev.cadastre.api.map.RelationType.valueOf(type.name()),
                target == null ? null : target.toString(),
                made.value(),
                made.reason(),
                made.madeBy(),
                made.madeAt(),
                made.withdrawnBy(),
                made.withdrawnAt());
    }
}
