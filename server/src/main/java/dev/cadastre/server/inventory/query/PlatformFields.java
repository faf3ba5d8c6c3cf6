package dev.cadastre.server.inventory.query;

import dev.cadastre.query.Comparison;
import dev.cadastre.query.Comparisons;
import dev.cadastre.query.Field;
import dev.cadastre.query.Names;
import dev.cadastre.query.OperandKind;
import dev.cadastre.query.Query;
import dev.cadastre.query.Wanted;
import dev.cadastre.server.search.QueryField;
import dev.cadastre.server.search.QueryFields;
import dev.cadastre.server.search.QueryMoment;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What hosts run on. */
@Component
@Order(2)
class PlatformFields implements QueryFields {

    private static final int OFFERED = 50;
    private static final QueryMoment NOW = new QueryMoment(null, Instant.EPOCH);

    private final HostIndex index;

    PlatformFields(HostIndex index) {
        this.index = index;
    }

    @Override
    public List<QueryField> queryFields() {
        return List.of(
                system(),
                text(
                        Field.named("kernel", "the release of the kernel")
                                .withNames(Names.OPEN)
                                .withComparisons(Comparisons.ofValue(OperandKind.VERSION))
                                .withExample("kernel<6.1"),
                        PlatformIndex::kernels),
                text(
                        Field.named("arch", "the machine's architecture")
                                .withNames(Names.OPEN)
                                .withExample("arch:x86_64"),
                        PlatformIndex::archs));
    }

    private QueryField system() {
        Field field =
                Field.named("os", "the operating system by id or name, and its version")
                        .withNames(Names.OPEN)
                        .withComparisons(Comparisons.ofNamed(OperandKind.VERSION))
                        .withExample("os:debian>=12");
        return InventoryField.of(
                        field,
                        (match, moment) ->
                                index.platforms(
                                        moment,
                                        platforms ->
                                                platforms
                                                        .systems()
                                                        .matching(system -> runs(system, match))))
                .completedBy((wanted, visible) ->
                        index.platforms(NOW, platforms -> systems(platforms, wanted, visible)))
                .countedBy((_, moment) ->
                        Optional.of(index.platforms(moment, PlatformFields::bySystem)));
    }

    private static boolean runs(Platform.OperatingSystem system, Query.Match match) {
        boolean named =
                match.names().stream()
                        .anyMatch(name ->
                                Stream.of(system.id(), system.name())
                                        .filter(Objects::nonNull)
                                        .anyMatch(name::matches));
        Comparison comparison = match.comparison();
        String version = system.version();
        return named
                && (comparison == null
                        || (version != null
                                && VersionComparison.holds(
                                        VersionComparison.ANY, version, comparison)));
    }

    private static List<String> systems(
            PlatformIndex platforms, Wanted.Value wanted, RoaringBitmap visible) {
        return platforms.systems().byValue().entrySet().stream()
                .filter(entry -> RoaringBitmap.intersects(entry.getValue(), visible))
                .flatMap(entry -> offered(entry.getKey(), wanted))
                .filter(value -> value.startsWith(wanted.prefix()))
                .distinct()
                .sorted()
                .limit(OFFERED)
                .toList();
    }

    private static Stream<String> offered(Platform.OperatingSystem system, Wanted.Value wanted) {
        if (wanted instanceof Wanted.OperandOf operand) {
            boolean meant =
                    system.id() != null
                            && operand.names().stream().anyMatch(n -> n.matches(system.id()));
            return meant ? Stream.ofNullable(system.version()) : Stream.empty();
        }
        return Stream.of(system.id(), system.name()).filter(Objects::nonNull);
    }

    private static Map<String, RoaringBitmap> bySystem(PlatformIndex platforms) {
        Map<String, RoaringBitmap> systems = new HashMap<>();
        platforms
                .systems()
                .byValue()
                .forEach((system, hosts) -> {
                    String label = system.label();
                    if (label != null) {
                        systems.computeIfAbsent(label, key -> new RoaringBitmap()).or(hosts);
                    }
                });
        return systems;
    }

    private QueryField text(Field field, Function<PlatformIndex, Inverted<String>> values) {
        return InventoryField.of(
                        field,
                        (match, moment) ->
                                index.platforms(
                                        moment, platforms -> texts(match, values.apply(platforms))))
                .completedBy((wanted, visible) ->
                        index.platforms(
                                NOW,
                                platforms ->
                                        values.apply(platforms).byValue().entrySet().stream()
                                                .filter(value ->
                                                        value.getKey().startsWith(wanted.prefix()))
                                                .filter(value ->
                                                        RoaringBitmap.intersects(
                                                                value.getValue(), visible))
                                                .map(Map.Entry::getKey)
                                                .sorted()
                                                .limit(OFFERED)
                                                .toList()))
                .countedBy((_, moment) ->
                        Optional.of(
                                index.platforms(
                                        moment,
                                        platforms -> Inverted.copy(values.apply(platforms)))));
    }

    private static RoaringBitmap texts(Query.Match match, Inverted<String> values) {
        Comparison comparison = match.comparison();
        return comparison == null
                ? Inverted.matching(values, match.names())
                : values.matching(
                        value -> VersionComparison.holds(VersionComparison.ANY, value, comparison));
    }
}
