package dev.cadastre.server.inventory.query;

import dev.cadastre.query.Comparison;
import dev.cadastre.query.Comparisons;
import dev.cadastre.query.Field;
import dev.cadastre.query.Names;
import dev.cadastre.query.OperandKind;
import dev.cadastre.query.Pattern;
import dev.cadastre.query.Problem;
import dev.cadastre.query.Query;
import dev.cadastre.query.Wanted;
import dev.cadastre.server.inventory.installed.HoldingsReader;
import dev.cadastre.server.inventory.installed.PackageIds;
import dev.cadastre.server.inventory.installed.PackageSearch;
import dev.cadastre.server.search.Division;
import dev.cadastre.server.search.QueryField;
import dev.cadastre.server.search.QueryFields;
import dev.cadastre.server.search.QueryMoment;
import dev.cadastre.versions.VersionScheme;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What is installed. Versions are compared in the dictionary, of which few entries have a name, and
 * never host by host.
 */
@Component
@Order(3)
class PackageFields implements QueryFields {

    private static final int OFFERED = 50;

    private final PackageSearch search;
    private final HoldingsReader holdings;

    PackageFields(PackageSearch search, HoldingsReader holdings) {
        this.search = search;
        this.holdings = holdings;
    }

    @Override
    public List<QueryField> queryFields() {
        Field field =
                Field.named("pkg", "an installed package, and its version")
                        .withAliases("package")
                        .withNames(Names.OPEN)
                        .withComparisons(Comparisons.ofNamed(OperandKind.VERSION))
                        .withExample("pkg:openssl<3.0.14");
        return List.of(
                InventoryField.of(field, this::installed)
                        .judgedBy(this::problem)
                        .completedBy(this::offered)
                        .countedBy(this::byVersion));
    }

    private RoaringBitmap installed(Query.Match match, QueryMoment moment) {
        List<PackageSearch.Listed> found = named(match.names());
        Comparison comparison = match.comparison();
        return holders(comparison == null ? found : compared(found, comparison), moment.at());
    }

    private List<PackageSearch.Listed> named(List<Pattern> names) {
        return names.stream().flatMap(this::named).distinct().toList();
    }

    private Stream<PackageSearch.Listed> named(Pattern name) {
        return name.isLiteral()
                ? search.listed(name.text()).stream()
                : search.listedFrom(name.prefix()).stream()
                        .filter(listed -> name.matches(listed.name()));
    }

    /** Only what visible hosts have is judged: a refusal would tell of the others' packages. */
    private Optional<Problem> problem(
            Query.Match match, RoaringBitmap visible, QueryMoment moment) {
        if (match.comparison() == null) {
            return Optional.empty();
        }
        String typed = match.comparison().operand().text();
        List<PackageSearch.Listed> found = named(match.names());
        if (schemes(found).stream().allMatch(scheme -> scheme.isValid(typed))) {
            return Optional.empty();
        }
        List<VersionScheme> schemes =
                held(found, visible, moment.at(), listed -> schemes(listed.toList()));
        return schemes.isEmpty() || schemes.stream().anyMatch(scheme -> scheme.isValid(typed))
                ? Optional.empty()
                : Optional.of(
                        new Problem(
                                "query.bad-version",
                                match.place(),
                                schemes.getFirst().problem(typed).orElse("this is no version"),
                                null));
    }

    private static List<VersionScheme> schemes(List<PackageSearch.Listed> found) {
        return found.stream().flatMap(listed -> scheme(listed).stream()).distinct().toList();
    }

    private static List<PackageSearch.Listed> compared(
            List<PackageSearch.Listed> found, Comparison comparison) {
        return found.stream()
                .filter(listed ->
                        scheme(listed)
                                .filter(scheme ->
                                        VersionComparison.holds(
                                                scheme, listed.version(), comparison))
                                .isPresent())
                .toList();
    }

    private static Optional<VersionScheme> scheme(PackageSearch.Listed listed) {
        return VersionScheme.ofPurlType(listed.type().purlType());
    }

    private RoaringBitmap holders(List<PackageSearch.Listed> found, @Nullable Instant at) {
        if (found.isEmpty()) {
            return new RoaringBitmap();
        }
        return holdings.askHolders(
                ids(found),
                at,
                held -> {
                    RoaringBitmap holders = new RoaringBitmap();
                    found.forEach(listed -> holders.or(held.holders(listed.id())));
                    return holders;
                });
    }

    private static PackageIds ids(List<PackageSearch.Listed> found) {
        return PackageIds.of(found.stream().mapToInt(PackageSearch.Listed::id));
    }

    private Optional<Map<String, RoaringBitmap>> byVersion(Division division, QueryMoment moment) {
        String name = division.name();
        if (name == null) {
            return Optional.empty();
        }
        List<PackageSearch.Listed> found = search.listed(name);
        return Optional.of(
                holdings.askHolders(
                        ids(found),
                        moment.at(),
                        held -> {
                            Map<String, RoaringBitmap> versions = new HashMap<>();
                            found.forEach(listed ->
                                    versions.computeIfAbsent(
                                                    listed.version(), key -> new RoaringBitmap())
                                            .or(held.holders(listed.id())));
                            return versions;
                        }));
    }

    private List<String> offered(Wanted.Value wanted, RoaringBitmap visible) {
        if (wanted instanceof Wanted.OperandOf operand) {
            List<PackageSearch.Listed> versions =
                    named(operand.names()).stream()
                            .filter(listed -> listed.version().startsWith(wanted.prefix()))
                            .toList();
            return told(versions, PackageSearch.Listed::version, visible);
        }
        return told(search.listedFrom(wanted.prefix()), PackageSearch.Listed::name, visible);
    }

    private List<String> told(
            List<PackageSearch.Listed> found,
            Function<PackageSearch.Listed, String> text,
            RoaringBitmap visible) {
        return held(
                found,
                visible,
                null,
                listed -> listed.map(text).distinct().limit(OFFERED).toList());
    }

    /** What is made of those that a visible host has. */
    private <T> T held(
            List<PackageSearch.Listed> found,
            RoaringBitmap visible,
            @Nullable Instant at,
            Function<Stream<PackageSearch.Listed>, T> use) {
        return holdings.ask(
                ids(found),
                at,
                held ->
                        use.apply(
                                found.stream()
                                        .filter(listed ->
                                                RoaringBitmap.intersects(
                                                        held.holders(listed.id()), visible))));
    }
}
