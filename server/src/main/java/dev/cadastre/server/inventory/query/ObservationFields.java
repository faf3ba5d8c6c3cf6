package dev.cadastre.server.inventory.query;

import dev.cadastre.query.Comparison;
import dev.cadastre.query.Comparisons;
import dev.cadastre.query.Field;
import dev.cadastre.query.Names;
import dev.cadastre.query.Operand;
import dev.cadastre.query.OperandKind;
import dev.cadastre.query.Operator;
import dev.cadastre.query.Pattern;
import dev.cadastre.query.Problem;
import dev.cadastre.query.Query;
import dev.cadastre.server.inventory.Outcome;
import dev.cadastre.server.inventory.Staleness;
import dev.cadastre.server.search.Division;
import dev.cadastre.server.search.QueryField;
import dev.cadastre.server.search.QueryFields;
import dev.cadastre.server.search.QueryMoment;
import dev.cadastre.server.search.QueryRefused;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** When hosts were seen, and how collecting them went. */
@Component
@Order(6)
class ObservationFields implements QueryFields {

    private static final String FAILING = "failing";

    private final HostRows hosts;
    private final Staleness staleness;

    ObservationFields(HostRows hosts, Staleness staleness) {
        this.hosts = hosts;
        this.staleness = staleness;
    }

    @Override
    public List<QueryField> queryFields() {
        return List.of(seen(), since(), outcome(), stale());
    }

    private QueryField seen() {
        Field field =
                Field.named("seen", "how long ago the host was last seen")
                        .withComparisons(
                                Comparisons.ofValue(OperandKind.DURATION)
                                        .by(
                                                Operator.LESS,
                                                Operator.LESS_OR_EQUAL,
                                                Operator.GREATER,
                                                Operator.GREATER_OR_EQUAL))
                        .withExample("seen>1d");
        return InventoryField.of(
                field,
                (match, moment) -> {
                    Comparison comparison = Objects.requireNonNull(match.comparison());
                    return hosts.matching(host -> {
                        Instant seen = seen(host, comparison.operator(), moment);
                        return seen != null && isAge(seen, comparison, moment);
                    });
                });
    }

    /**
     * A host that was never seen counts among those not seen for so long as it is known. When it
     * was seen before an earlier moment is not known if it was seen since.
     */
    private static @Nullable Instant seen(
            HostRows.Row host, Operator operator, QueryMoment moment) {
        Instant observed = host.observedAt();
        if (observed == null) {
            boolean longAgo = operator == Operator.GREATER || operator == Operator.GREATER_OR_EQUAL;
            return longAgo ? host.firstSeen() : null;
        }
        return observed.isAfter(moment.instant()) ? null : observed;
    }

    private static boolean isAge(Instant time, Comparison comparison, QueryMoment moment) {
        return comparison.operand() instanceof Operand.Span span
                && VersionComparison.holds(
                        comparison.operator(),
                        Duration.between(time, moment.instant()).compareTo(span.duration()));
    }

    private QueryField since() {
        Field field =
                Field.named("since", "when the host became known: a time, or how long ago")
                        .withAliases("first-seen")
                        .withComparisons(
                                Comparisons.ofValue(OperandKind.DURATION, OperandKind.TIME))
                        .withExample("since>=2026-01-01");
        return InventoryField.of(
                field,
                (match, moment) -> {
                    Comparison comparison = Objects.requireNonNull(match.comparison());
                    return hosts.matching(host -> isSince(host.firstSeen(), comparison, moment));
                });
    }

    /** A day is taken as UTC has it, and all of it is equal to it. */
    private static boolean isSince(Instant time, Comparison comparison, QueryMoment moment) {
        return switch (comparison.operand()) {
            case Operand.Span _ -> isAge(time, comparison, moment);
            case Operand.Moment at ->
                    VersionComparison.holds(comparison.operator(), time.compareTo(at.instant()));
            case Operand.Day day ->
                    VersionComparison.holds(
                            comparison.operator(),
                            time.atOffset(ZoneOffset.UTC).toLocalDate().compareTo(day.date()));
            default -> false;
        };
    }

    private QueryField outcome() {
        String[] words =
                Stream.concat(
                                Arrays.stream(Outcome.Kind.values()).map(ObservationFields::word),
                                Stream.of(FAILING))
                        .toArray(String[]::new);
        Field field =
                Field.named("outcome", "how the last collection of the host went; known for now")
                        .withNames(Names.oneOf(words))
                        .withExample("outcome:failing");
        return InventoryField.of(field, this::ended).countedBy(this::byOutcome);
    }

    private static String word(Outcome.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private RoaringBitmap ended(Query.Match match, QueryMoment moment) {
        if (moment.at() != null) {
            throw new QueryRefused(
                    new Problem(
                            "query.now-only",
                            match.place(),
                            match.field().name()
                                    + " is not kept; leave it out, or ask without a moment",
                            null));
        }
        return hosts.matching(host -> isEnded(host, match.names()));
    }

    private static boolean isEnded(HostRows.Row host, List<Pattern> names) {
        Outcome.Kind kind = Outcome.Kind.valueOf(host.outcome());
        return names.stream()
                .anyMatch(name ->
                        name.matches(word(kind)) || (kind.failing() && name.matches(FAILING)));
    }

    private Optional<Map<String, RoaringBitmap>> byOutcome(Division division, QueryMoment moment) {
        if (moment.at() != null) {
            return Optional.empty();
        }
        Map<String, RoaringBitmap> outcomes = new HashMap<>();
        for (Outcome.Kind kind : Outcome.Kind.values()) {
            outcomes.put(word(kind), hosts.matching(host -> host.outcome().equals(kind.name())));
        }
        return Optional.of(outcomes);
    }

    private QueryField stale() {
        Field field =
                Field.named("stale", "whether what is known of the host is older than it should be")
                        .withNames(Names.oneOf("yes", "no"))
                        .withExample("stale:yes");
        return InventoryField.of(
                field,
                (match, moment) -> {
                    Instant before = staleness.before(moment.instant());
                    return hosts.matching(host -> {
                        String word = isStale(host, before) ? "yes" : "no";
                        return match.names().stream().anyMatch(name -> name.matches(word));
                    });
                });
    }

    private static boolean isStale(HostRows.Row host, Instant before) {
        Instant observed = host.observedAt();
        return observed != null && observed.isBefore(before);
    }
}
