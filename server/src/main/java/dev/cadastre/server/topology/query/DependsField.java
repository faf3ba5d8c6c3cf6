package dev.cadastre.server.topology.query;

import dev.cadastre.query.Field;
import dev.cadastre.query.Names;
import dev.cadastre.query.Pattern;
import dev.cadastre.query.Query;
import dev.cadastre.query.Wanted;
import dev.cadastre.server.search.QueryField;
import dev.cadastre.server.search.QueryMoment;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.RelationType;
import dev.cadastre.server.topology.graph.GraphView;
import dev.cadastre.server.topology.keeping.AssetEntry;
import dev.cadastre.server.topology.keeping.MapMoments;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/**
 * Hosts with a program that needs something, over any number of steps. Only what lies on hosts that
 * the reader may see is followed, for the answer tells of those as well. Thread-safe.
 */
@Component
class DependsField implements QueryField {

    private static final Field FIELD =
            Field.named("depends", "what programs of the host need: a host, a product, an asset")
                    .withNames(Names.OPEN)
                    .withExample("depends:postgresql");

    private static final int OFFERED = 50;

    private final MapMoments moments;

    DependsField(MapMoments moments) {
        this.moments = moments;
    }

    @Override
    public Field field() {
        return FIELD;
    }

    @Override
    public RoaringBitmap matching(Query.Match match, QueryMoment moment) {
        return matching(match, moments.at(moment.at()), moment, _ -> true);
    }

    @Override
    public RoaringBitmap matching(Query.Match match, RoaringBitmap visible, QueryMoment moment) {
        MapMoments.Moment map = moments.at(moment.at());
        Set<String> environments = new HashSet<>();
        map.each(asset -> {
            String environment = asset.environment();
            if (environment != null && visible.contains(asset.host())) {
                environments.add(environment);
            }
        });
        return matching(match, map, moment, asset -> isShown(asset, visible, environments));
    }

    /** What lies on no host is in an environment of them, or in none, like strangers and teams. */
    private static boolean isShown(
            AssetEntry asset, RoaringBitmap visible, Set<String> environments) {
        String environment = asset.environment();
        return asset.host() == 0
                ? environment == null || environments.contains(environment)
                : visible.contains(asset.host());
    }

    private static RoaringBitmap matching(
            Query.Match match,
            MapMoments.Moment map,
            QueryMoment moment,
            Predicate<AssetEntry> shown) {
        RoaringBitmap meant = new RoaringBitmap();
        map.each(asset -> {
            moment.deadline().check();
            if (isMeant(asset, match.names()) && shown.test(asset)) {
                meant.add(asset.number());
            }
        });
        Needing needing =
                new Needing(
                        map.relations(),
                        number -> {
                            AssetEntry asset = map.find(number);
                            return asset != null && shown.test(asset);
                        });
        return hosts(needing.of(meant), map);
    }

    private static boolean isMeant(AssetEntry asset, List<Pattern> names) {
        AssetName name = asset.name();
        return names.stream()
                .anyMatch(wanted ->
                        wanted.matches(name.toString())
                                || wanted.matches(name.name())
                                || wanted.matches(name.bare())
                                || asset.product().filter(wanted::matches).isPresent());
    }

    private static RoaringBitmap hosts(RoaringBitmap assets, MapMoments.Moment map) {
        RoaringBitmap hosts = new RoaringBitmap();
        GraphView relations = map.relations();
        assets.stream()
                .forEach(number -> {
                    if (!addHost(number, map, hosts)) {
                        relations.forEachFrom(
                                number,
                                (_, type, to, _, _) -> {
                                    if (type == RelationType.RUNS_ON) {
                                        addHost(to, map, hosts);
                                    }
                                });
                    }
                });
        return hosts;
    }

    /** Whether the asset is, or is on, a host. */
    private static boolean addHost(int number, MapMoments.Moment map, RoaringBitmap hosts) {
        AssetEntry asset = map.find(number);
        if (asset == null || asset.host() == 0) {
            return false;
        }
        hosts.add(asset.host());
        return true;
    }

    @Override
    public List<String> values(Wanted.Value wanted, RoaringBitmap visible) {
        boolean whole = wanted.prefix().indexOf(':') >= 0;
        TreeSet<String> values = new TreeSet<>();
        moments.each(
                null,
                asset -> {
                    if (visible.contains(asset.host())) {
                        offered(asset, whole)
                                .filter(text -> text.startsWith(wanted.prefix()))
                                .forEach(values::add);
                    }
                });
        List<String> offered = new ArrayList<>(values);
        return offered.subList(0, Math.min(OFFERED, offered.size()));
    }

    private static Stream<String> offered(AssetEntry asset, boolean whole) {
        if (whole) {
            return Stream.of(asset.name().toString());
        }
        return asset.is(AssetName.HOST) ? Stream.of(asset.name().name()) : asset.product().stream();
    }
}
