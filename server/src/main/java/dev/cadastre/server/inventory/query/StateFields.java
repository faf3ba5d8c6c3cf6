package dev.cadastre.server.inventory.query;

import dev.cadastre.query.Comparison;
import dev.cadastre.query.Comparisons;
import dev.cadastre.query.Field;
import dev.cadastre.query.Names;
import dev.cadastre.query.Operand;
import dev.cadastre.query.OperandKind;
import dev.cadastre.query.Operator;
import dev.cadastre.query.Pattern;
import dev.cadastre.query.Query;
import dev.cadastre.query.Wanted;
import dev.cadastre.server.search.Division;
import dev.cadastre.server.search.QueryField;
import dev.cadastre.server.search.QueryFields;
import dev.cadastre.server.search.QueryMoment;
import dev.cadastre.versions.VersionScheme;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What listens, which daemons there are, which runtimes, and which rules are breached. */
@Component
@Order(5)
class StateFields implements QueryFields {

    private static final String SERVICES = "inventory.service";
    private static final String DAEMONS = "inventory.daemon";
    private static final String RUNTIMES = "inventory.runtime";
    private static final String BREACHES = "inventory.breach";

    /** Hosts are much alike, so that the values of these few do to offer some. */
    private static final int ASKED_FOR_VALUES = 100;

    private static final int OFFERED = 50;
    private static final int READ = 5_000;
    private static final String PYTHON = "python";

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final StateRows rows;

    StateFields(StateRows rows) {
        this.rows = rows;
    }

    @Override
    public List<QueryField> queryFields() {
        return List.of(port(), service(), daemon(), runtime(), rule());
    }

    private QueryField port() {
        Field field =
                Field.named(
                                "port",
                                "a port on which something listens, with its protocol or without")
                        .withNames(Names.OPEN)
                        .withComparisons(Comparisons.ofValue(OperandKind.NUMBER))
                        .withExample("port:5432,22-tcp");
        return InventoryField.of(
                        field,
                        (match, moment) ->
                                services(moment, row -> isPort(portOf(row.key()), match)))
                .completedBy(offered(SERVICES, row -> Stream.of(portOf(row.key()))));
    }

    private RoaringBitmap services(QueryMoment moment, Predicate<StateRows.Row> fitting) {
        RoaringBitmap found = new RoaringBitmap();
        rows.beginning(
                SERVICES,
                "",
                moment,
                row -> {
                    if (fitting.test(row)) {
                        found.add(row.host());
                    }
                });
        return found;
    }

    /** {@code 22-tcp} of {@code 22-tcp 0.0.0.0}. */
    private static String portOf(String key) {
        return key.substring(0, key.indexOf(' '));
    }

    private static boolean isPort(String port, Query.Match match) {
        String number = port.substring(0, port.indexOf('-'));
        Comparison comparison = match.comparison();
        if (comparison == null) {
            return match.names().stream()
                    .anyMatch(name -> name.matches(number) || name.matches(port));
        }
        return comparison.operand() instanceof Operand.Quantity wanted
                && VersionComparison.holds(
                        comparison.operator(), new BigDecimal(number).compareTo(wanted.value()));
    }

    private QueryField service() {
        Field field =
                Field.named("service", "a process that listens, or the port with its protocol")
                        .withNames(Names.OPEN)
                        .withExample("service:sshd");
        return InventoryField.of(
                        field,
                        (match, moment) ->
                                services(
                                        moment,
                                        row ->
                                                texts(row)
                                                        .anyMatch(
                                                                text -> fits(match.names(), text))))
                .completedBy(offered(SERVICES, StateFields::texts));
    }

    private static Stream<String> texts(StateRows.Row row) {
        return Stream.concat(member(row, "process").stream(), Stream.of(portOf(row.key())));
    }

    private QueryField daemon() {
        Field field =
                Field.named("daemon", "a daemon of the init system, and its state")
                        .withNames(Names.OPEN)
                        .withComparisons(
                                Comparisons.ofNamed(OperandKind.TEXT)
                                        .by(Operator.EQUAL, Operator.NOT_EQUAL))
                        .withExample("daemon:ssh=running");
        return InventoryField.of(field, this::runs)
                .completedBy(offered(DAEMONS, row -> Stream.of(row.key())));
    }

    private RoaringBitmap runs(Query.Match match, QueryMoment moment) {
        RoaringBitmap found = new RoaringBitmap();
        for (Pattern name : match.names()) {
            rows.matching(
                    DAEMONS,
                    name,
                    moment,
                    row -> {
                        if (isInState(row, match.comparison())) {
                            found.add(row.host());
                        }
                    });
        }
        return found;
    }

    private static boolean isInState(StateRows.Row row, @Nullable Comparison comparison) {
        if (comparison == null) {
            return true;
        }
        String wanted = comparison.operand().text().toUpperCase(Locale.ROOT);
        boolean equal = member(row, "state").filter(wanted::equals).isPresent();
        return equal == (comparison.operator() == Operator.EQUAL);
    }

    private QueryField runtime() {
        Field field =
                Field.named("runtime", "what runs other programs, by its kind and version")
                        .withNames(Names.OPEN)
                        .withComparisons(Comparisons.ofNamed(OperandKind.VERSION))
                        .withExample("runtime:python<3.9");
        return InventoryField.of(field, this::runtimes)
                .completedBy(offered(RUNTIMES, row -> Stream.of(kindOf(row.key()))))
                .countedBy(this::byVersion);
    }

    private QueryField rule() {
        Field field =
                Field.named("rule", "a rule that they breach")
                        .withNames(Names.OPEN)
                        .withExample("rule:no-gcc-in-prod");
        return InventoryField.of(field, this::breaches)
                .completedBy(offered(BREACHES, row -> Stream.of(row.key())));
    }

    private RoaringBitmap breaches(Query.Match match, QueryMoment moment) {
        RoaringBitmap found = new RoaringBitmap();
        match.names()
                .forEach(name ->
                        rows.matching(BREACHES, name, moment, row -> found.add(row.host())));
        return found;
    }

    private static String kindOf(String key) {
        return key.substring(0, key.indexOf(' '));
    }

    private RoaringBitmap runtimes(Query.Match match, QueryMoment moment) {
        RoaringBitmap found = new RoaringBitmap();
        for (Pattern kind : match.names()) {
            rows.beginning(
                    RUNTIMES,
                    kind.prefix(),
                    moment,
                    row -> {
                        if (kind.matches(kindOf(row.key())) && isVersion(row, match.comparison())) {
                            found.add(row.host());
                        }
                    });
        }
        return found;
    }

    private static boolean isVersion(StateRows.Row row, @Nullable Comparison comparison) {
        VersionScheme scheme =
                kindOf(row.key()).equals(PYTHON) ? VersionScheme.PEP440 : VersionComparison.ANY;
        return comparison == null
                || member(row, "version")
                        .filter(version -> VersionComparison.holds(scheme, version, comparison))
                        .isPresent();
    }

    private Optional<Map<String, RoaringBitmap>> byVersion(Division division, QueryMoment moment) {
        String kind = division.name();
        if (kind == null) {
            return Optional.empty();
        }
        Map<String, RoaringBitmap> versions = new HashMap<>();
        rows.beginning(
                RUNTIMES,
                kind + " ",
                moment,
                row ->
                        member(row, "version")
                                .ifPresent(version ->
                                        versions.computeIfAbsent(
                                                        version, key -> new RoaringBitmap())
                                                .add(row.host())));
        return Optional.of(versions);
    }

    private static boolean fits(List<Pattern> names, String text) {
        return names.stream().anyMatch(name -> name.matches(text));
    }

    private static Optional<String> member(StateRows.Row row, String name) {
        return Optional.ofNullable(MAPPER.readTree(row.value()).get(name))
                .filter(node -> !node.isNull())
                .map(node -> node.asString());
    }

    private BiFunction<Wanted.Value, RoaringBitmap, List<String>> offered(
            String table, Function<StateRows.Row, Stream<String>> texts) {
        return (wanted, visible) ->
                wanted instanceof Wanted.OperandOf
                        ? List.of()
                        : rows.ofSome(table, visible.limit(ASKED_FOR_VALUES), "", READ).stream()
                                .flatMap(texts)
                                .filter(text -> text.startsWith(wanted.prefix()))
                                .distinct()
                                .sorted()
                                .limit(OFFERED)
                                .toList();
    }
}
