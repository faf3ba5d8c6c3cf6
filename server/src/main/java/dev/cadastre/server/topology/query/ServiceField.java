package dev.cadastre.server.topology.query;

import dev.cadastre.query.Field;
import dev.cadastre.query.Names;
import dev.cadastre.query.Query;
import dev.cadastre.query.Wanted;
import dev.cadastre.server.search.Division;
import dev.cadastre.server.search.QueryField;
import dev.cadastre.server.search.QueryMoment;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.Presence;
import dev.cadastre.server.topology.keeping.AssetEntry;
import dev.cadastre.server.topology.keeping.MapMoments;
import dev.cadastre.server.topology.keeping.Seen;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** Hosts by what runs or listens on them, as it was recognised. Thread-safe. */
@Component
class ServiceField implements QueryField {

    private static final Field FIELD =
            Field.named("service", "what runs or listens: a product, a process, port and protocol")
                    .withNames(Names.OPEN)
                    .withExample("service:postgresql");

    private static final int OFFERED = 50;

    private final MapMoments moments;

    ServiceField(MapMoments moments) {
        this.moments = moments;
    }

    @Override
    public Field field() {
        return FIELD;
    }

    @Override
    public RoaringBitmap matching(Query.Match match, QueryMoment moment) {
        RoaringBitmap found = new RoaringBitmap();
        moments.each(
                moment.at(),
                asset -> {
                    moment.deadline().check();
                    if (runs(asset) && fits(asset, match)) {
                        found.add(asset.host());
                    }
                });
        return found;
    }

    private static boolean fits(AssetEntry asset, Query.Match match) {
        return texts(asset)
                .anyMatch(text -> match.names().stream().anyMatch(name -> name.matches(text)));
    }

    /** Whether it is a program or a service that is there. */
    private static boolean runs(AssetEntry asset) {
        Seen seen = asset.seen();
        return asset.host() != 0
                && (asset.is(AssetName.SERVICE) || asset.is(AssetName.DAEMON))
                && (seen == null || seen.presence() == Presence.SEEN);
    }

    private static Stream<String> texts(AssetEntry asset) {
        return Stream.concat(Stream.of(asset.name().bare()), asset.product().stream());
    }

    @Override
    public List<String> values(Wanted.Value wanted, RoaringBitmap visible) {
        TreeSet<String> values = new TreeSet<>();
        moments.each(
                null,
                asset -> {
                    if (runs(asset) && visible.contains(asset.host())) {
                        texts(asset)
                                .filter(text -> text.startsWith(wanted.prefix()))
                                .forEach(values::add);
                    }
                });
        return values.stream().limit(OFFERED).toList();
    }

    @Override
    public Optional<Map<String, RoaringBitmap>> divide(Division division, QueryMoment moment) {
        Map<String, RoaringBitmap> products = new HashMap<>();
        moments.each(
                moment.at(),
                asset -> {
                    moment.deadline().check();
                    if (runs(asset)) {
                        asset.product()
                                .ifPresent(product ->
                                        products.computeIfAbsent(product, _ -> new RoaringBitmap())
                                                .add(asset.host()));
                    }
                });
        return Optional.of(products);
    }
}
