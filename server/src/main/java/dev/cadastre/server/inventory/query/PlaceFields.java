package dev.cadastre.server.inventory.query;

import dev.cadastre.query.Field;
import dev.cadastre.query.Names;
import dev.cadastre.query.Pattern;
import dev.cadastre.query.Query;
import dev.cadastre.query.Wanted;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.search.QueryField;
import dev.cadastre.server.search.QueryFields;
import dev.cadastre.server.search.QueryMoment;
import dev.cadastre.server.search.QuerySubjects;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What hosts are called and where they belong. */
@Component
@Order(1)
class PlaceFields implements QueryFields, QuerySubjects {

    private static final String LIFECYCLE = "lifecycle";
    private static final int OFFERED = 50;
    private static final QueryMoment NOW = new QueryMoment(null, java.time.Instant.EPOCH);

    private final HostIndex index;

    PlaceFields(HostIndex index) {
        this.index = index;
    }

    @Override
    public List<QueryField> queryFields() {
        return List.of(environment(), group(), host(), lifecycle());
    }

    private QueryField environment() {
        return place(
                Field.named("env", "the environment of the host")
                        .withAliases("environment")
                        .withNames(Names.OPEN)
                        .withExample("env:prod,qa"),
                PlaceIndex::environments);
    }

    private QueryField group() {
        return place(
                Field.named("group", "a group that the host is in")
                        .withNames(Names.OPEN)
                        .withExample("group:web"),
                PlaceIndex::groups);
    }

    private QueryField place(Field field, Function<PlaceIndex, Inverted<String>> values) {
        return InventoryField.of(
                        field,
                        (match, moment) ->
                                index.places(
                                        moment,
                                        places ->
                                                Inverted.matching(
                                                        values.apply(places), match.names())))
                .completedBy((wanted, visible) ->
                        index.places(
                                NOW,
                                places -> known(values.apply(places).byValue(), wanted, visible)))
                .countedBy((_, moment) ->
                        Optional.of(
                                index.places(
                                        moment, places -> Inverted.copy(values.apply(places)))));
    }

    private QueryField host() {
        return InventoryField.of(
                        Field.named("host", "the name of the host")
                                .withAliases("name")
                                .withNames(Names.OPEN)
                                .withExample("host:web*"),
                        this::called)
                .completedBy((wanted, visible) ->
                        index.places(
                                NOW,
                                places ->
                                        known(
                                                places.names().tailMap(wanted.prefix(), true),
                                                wanted,
                                                visible)));
    }

    private RoaringBitmap called(Query.Match match, QueryMoment moment) {
        return index.places(
                moment,
                places -> {
                    RoaringBitmap called = new RoaringBitmap();
                    for (Pattern pattern : match.names()) {
                        called.or(called(pattern, places));
                    }
                    return called;
                });
    }

    private static RoaringBitmap called(Pattern pattern, PlaceIndex places) {
        RoaringBitmap called = new RoaringBitmap();
        for (Map.Entry<String, RoaringBitmap> name :
                places.names().tailMap(pattern.prefix(), true).entrySet()) {
            if (!name.getKey().startsWith(pattern.prefix())) {
                break;
            }
            if (pattern.matches(name.getKey())) {
                called.or(name.getValue());
            }
        }
        return called;
    }

    private QueryField lifecycle() {
        Field field =
                Field.named(
                                LIFECYCLE,
                                "whether the host still counts; hosts that live, unless asked")
                        .withNames(Names.oneOf("live", "retired"))
                        .withExample("lifecycle:retired");
        return InventoryField.of(
                field, (match, moment) -> index.places(moment, places -> inLife(match, places)));
    }

    private static RoaringBitmap inLife(Query.Match match, PlaceIndex places) {
        boolean live = match.names().stream().anyMatch(name -> name.matches("live"));
        boolean retired = match.names().stream().anyMatch(name -> name.matches("retired"));
        RoaringBitmap all = places.environments().matching(name -> true);
        if (live && retired) {
            return all;
        }
        return live ? places.living().clone() : RoaringBitmap.andNot(all, places.living());
    }

    /** Values of hosts that may be told. */
    private static List<String> known(
            Map<String, RoaringBitmap> values, Wanted.Value wanted, RoaringBitmap visible) {
        return values.entrySet().stream()
                .filter(value -> value.getKey().startsWith(wanted.prefix()))
                .filter(value -> RoaringBitmap.intersects(value.getValue(), visible))
                .map(Map.Entry::getKey)
                .limit(OFFERED)
                .sorted()
                .toList();
    }

    @Override
    public RoaringBitmap within(Query query, Reach reach, QueryMoment moment) {
        boolean retiredToo =
                query.terms()
                        .anyMatch(term ->
                                term instanceof Query.Match match
                                        && match.field().name().equals(LIFECYCLE));
        return index.places(
                moment,
                places -> {
                    RoaringBitmap within = places.environments().matching(reach::covers);
                    if (!retiredToo) {
                        within.and(places.living());
                    }
                    return within;
                });
    }

    @Override
    public RoaringBitmap named(Pattern word, QueryMoment moment) {
        String text = word.text().toLowerCase(Locale.ROOT);
        Pattern lower = word.isLiteral() ? word : Pattern.of(text);
        return index.places(
                moment,
                places -> {
                    RoaringBitmap named = new RoaringBitmap();
                    places.names()
                            .forEach((name, hosts) -> {
                                String candidate = name.toLowerCase(Locale.ROOT);
                                if (word.isLiteral()
                                        ? candidate.contains(text)
                                        : lower.matches(candidate)) {
                                    named.or(hosts);
                                }
                            });
                    return named;
                });
    }

    @Override
    public SortedMap<String, RoaringBitmap> environments(QueryMoment moment) {
        return index.places(moment, places -> new TreeMap<>(Inverted.copy(places.environments())));
    }
}
