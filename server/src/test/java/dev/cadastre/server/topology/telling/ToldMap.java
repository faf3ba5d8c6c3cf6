package dev.cadastre.server.topology.telling;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.Reports;
import dev.cadastre.server.topology.AssetLifecycle;
import dev.cadastre.server.topology.RelationType;
import dev.cadastre.server.topology.impact.Impacts;
import dev.cadastre.server.topology.impact.Presumption;
import dev.cadastre.server.topology.joining.MappedHost;
import dev.cadastre.server.topology.joining.SocketMap;
import dev.cadastre.server.topology.reading.Assets;
import dev.cadastre.server.topology.reading.MapAsset;
import dev.cadastre.server.topology.reading.MapRelation;
import dev.cadastre.server.topology.reading.Maps;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;

/** The map for tests that tell of it, beside what sockets show. */
final class ToldMap {

    @Autowired private Reports reports;
    @Autowired private SocketMap sockets;
    @Autowired private Access access;
    @Autowired private Assets assets;
    @Autowired private Maps maps;
    @Autowired private Impacts impacts;
    @Autowired private AssetChanges changes;
    @Autowired private RelationChanges relations;

    /** What somebody who may do everything gets. */
    <T> T told(Supplier<T> work) {
        return access.asSystem(work::get);
    }

    /** What such a one is refused. */
    MapRefused refused(Supplier<?> work) {
        return catchThrowableOfType(MapRefused.class, () -> told(work));
    }

    static AssetStatement said(String id, Map<String, String> attributes) {
        return new AssetStatement(
                "", id, null, null, AssetLifecycle.LIVE, Map.of(), attributes, null);
    }

    void asset(String id) {
        told(() -> changes.put(List.of(said(id, Map.of()))));
    }

    static RelationStatement said(int item, String source, RelationType type, String target) {
        return new RelationStatement("items." + item, source, type, target, null);
    }

    void relation(String source, RelationType type, String target) {
        told(() -> relations.put(List.of(said(0, source, type, target)), false));
    }

    Optional<MapRelation> find(String source, RelationType type, String target) {
        return maps.relations(source, null, Reach.ALL).stream()
                .filter(one ->
                        one.source().toString().equals(source)
                                && one.type() == type
                                && one.target().toString().equals(target))
                .findFirst();
    }

    Optional<MapAsset> named(String id) {
        return assets.named(id, null, Reach.ALL);
    }

    MapAsset shown(String id) {
        return named(id).orElseThrow();
    }

    List<String> fallen(String id) {
        return impacts.of(Presumption.of(id), 100, Reach.ALL).fallen().stream()
                .map(one -> one.asset().toString())
                .toList();
    }

    /** An application that listens at port 8000. */
    static MappedHost app(String prefix, String network) {
        return new MappedHost(prefix + "-app", prefix, network + ".1")
                .listens(8000, "gunicorn", "shop");
    }

    /** An application and the database that it speaks with, both reported. */
    void pair(String prefix, String network) throws InterruptedException {
        report(
                app(prefix, network).to("gunicorn", "shop", network + ".2", 5432),
                new MappedHost(prefix + "-db", prefix, network + ".2")
                        .listens(5432, "postgres", "postgres")
                        .from("postgres", "postgres", network + ".1", 5432));
    }

    void report(MappedHost... hosts) throws InterruptedException {
        List.of(hosts).forEach(host -> host.report(reports));
        settle();
    }

    /** Waits until all that was reported or told is on the map. */
    void settle() throws InterruptedException {
        MappedHost.settle(sockets);
    }
}
