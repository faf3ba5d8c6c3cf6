package dev.cadastre.server.inventory.query;

import dev.cadastre.query.Comparisons;
import dev.cadastre.query.Field;
import dev.cadastre.query.Names;
import dev.cadastre.query.OperandKind;
import dev.cadastre.query.Pattern;
import dev.cadastre.query.Query;
import dev.cadastre.query.Wanted;
import dev.cadastre.server.search.Division;
import dev.cadastre.server.search.QueryField;
import dev.cadastre.server.search.QueryFields;
import dev.cadastre.server.search.QueryMoment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The facts of hosts, and the addresses among them. */
@Component
@Order(4)
class FactFields implements QueryFields {

    private static final String TABLE = "inventory.fact";
    private static final String INTERFACES = "interface.";
    private static final String ADDRESSES = ".addresses";

    /** Hosts are much alike, so that the keys and values of these few do to offer some. */
    private static final int ASKED_FOR_VALUES = 100;

    private static final int OFFERED = 50;
    private static final int READ = 5_000;

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final StateRows rows;
    private final MeasureRows measures;
    private final HostRows hosts;

    FactFields(StateRows rows, MeasureRows measures, HostRows hosts) {
        this.rows = rows;
        this.measures = measures;
        this.hosts = hosts;
    }

    @Override
    public List<QueryField> queryFields() {
        return List.of(fact(), address());
    }

    private QueryField fact() {
        Field field =
                Field.named("fact", "a fact by its key: a text, a version, a number with its unit")
                        .withKey()
                        .withNames(Names.OPEN)
                        .withComparisons(
                                Comparisons.ofValue(OperandKind.NUMBER, OperandKind.VERSION))
                        .withExample("fact.memory.total>8GiB");
        return InventoryField.of(field, this::told)
                .completedBy(this::offered)
                .countedBy(this::byValue);
    }

    private RoaringBitmap told(Query.Match match, QueryMoment moment) {
        RoaringBitmap told = new RoaringBitmap();
        each(
                Objects.requireNonNull(match.key()),
                moment,
                (host, value) -> {
                    if (FactComparison.holds(value, match)) {
                        told.add(host);
                    }
                });
        return told;
    }

    /** State, and what was measured last, which is known for now only. */
    private void each(Pattern key, QueryMoment moment, BiConsumer<Integer, JsonNode> target) {
        rows.matching(TABLE, key, moment, row -> target.accept(row.host(), value(row.value())));
        if (moment.at() == null) {
            measures.matching(
                    key,
                    moment.deadline(),
                    row -> target.accept(row.host(), MAPPER.readTree(row.value())));
        }
    }

    private static JsonNode value(String stored) {
        return Objects.requireNonNull(MAPPER.readTree(stored).get("value"));
    }

    private Optional<Map<String, RoaringBitmap>> byValue(Division division, QueryMoment moment) {
        Map<String, RoaringBitmap> values = new HashMap<>();
        each(
                Pattern.literal(Objects.requireNonNull(division.key())),
                moment,
                (host, value) ->
                        FactComparison.texts(value)
                                .forEach(text ->
                                        values.computeIfAbsent(text, key -> new RoaringBitmap())
                                                .add(host)));
        return Optional.of(values);
    }

    private List<String> offered(Wanted.Value wanted, RoaringBitmap visible) {
        RoaringBitmap asked = visible.limit(ASKED_FOR_VALUES);
        if (wanted instanceof Wanted.KeyOf) {
            return rows.ofSome(TABLE, asked, wanted.prefix(), READ).stream()
                    .map(StateRows.Row::key)
                    .distinct()
                    .limit(OFFERED)
                    .toList();
        }
        Pattern key =
                switch (wanted) {
                    case Wanted.NameOf name -> name.key();
                    case Wanted.OperandOf operand -> operand.key();
                    case Wanted.KeyOf _ -> null;
                };
        return key == null ? List.of() : values(key, wanted.prefix(), asked);
    }

    private List<String> values(Pattern key, String prefix, RoaringBitmap asked) {
        return rows.ofSome(TABLE, asked, key.prefix(), READ).stream()
                .filter(row -> key.matches(row.key()))
                .flatMap(row -> FactComparison.texts(value(row.value())).stream())
                .filter(text -> text.startsWith(prefix))
                .distinct()
                .sorted()
                .limit(OFFERED)
                .toList();
    }

    private QueryField address() {
        Field field =
                Field.named("address", "an address of the host, or by which it is reached")
                        .withAliases("ip")
                        .withNames(Names.OPEN)
                        .withExample("address:10.77.*");
        return InventoryField.of(field, this::addressed);
    }

    private RoaringBitmap addressed(Query.Match match, QueryMoment moment) {
        RoaringBitmap addressed = hosts.addressed(match.names(), moment);
        rows.beginning(
                TABLE,
                INTERFACES,
                moment,
                row -> {
                    if (row.key().endsWith(ADDRESSES)
                            && FactComparison.texts(value(row.value())).stream()
                                    .anyMatch(address -> hasAddress(address, match.names()))) {
                        addressed.add(row.host());
                    }
                });
        return addressed;
    }

    /** Addresses are told with the length of their network, which need not be written. */
    private static boolean hasAddress(String told, List<Pattern> names) {
        int slash = told.indexOf('/');
        String alone = slash < 0 ? told : told.substring(0, slash);
        return names.stream().anyMatch(name -> name.matches(alone) || name.matches(told));
    }
}
