package dev.cadastre.server.search;

import dev.cadastre.query.Completion;
import dev.cadastre.query.Field;
import dev.cadastre.query.Fields;
import dev.cadastre.query.Parsed;
import dev.cadastre.query.Query;
import dev.cadastre.query.QueryLanguage;
import dev.cadastre.query.Wanted;
import dev.cadastre.server.access.Reach;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Answers queries such as {@code env:prod pkg:openssl<3.0.14}, each within a set time. What a
 * reader may not see is never found, counted or offered. Thread-safe.
 */
@Service
public class Queries {

    private final ObjectProvider<QueryFields> parts;
    private final ObjectProvider<QuerySubjects> subjects;
    private final SavedQueryTable saved;
    private final BoundedReading reading;
    private final Clock clock;
    private volatile @Nullable Registered registered;

    Queries(
            ObjectProvider<QueryFields> parts,
            ObjectProvider<QuerySubjects> subjects,
            SavedQueryTable saved,
            BoundedReading reading,
            Clock clock) {
        this.parts = parts;
        this.subjects = subjects;
        this.saved = saved;
        this.reading = reading;
        this.clock = clock;
    }

    private record Registered(QueryLanguage language, Map<String, QueryField> fields) {}

    /** Asked for when needed only, since parts that register fields need who asks here. */
    private Registered registered() {
        Registered known = registered;
        if (known == null) {
            Map<String, QueryField> fields = new LinkedHashMap<>();
            parts.orderedStream()
                    .flatMap(part -> part.queryFields().stream())
                    .forEach(field -> fields.merge(field.field().name(), field, JoinedField::new));
            List<Field> written = fields.values().stream().map(QueryField::field).toList();
            known = new Registered(new QueryLanguage(Fields.of(written)), fields);
            registered = known;
        }
        return known;
    }

    /** All fields, in the order in which they are offered. */
    public List<Field> fields() {
        return registered().language().fields().all();
    }

    /**
     * What a text asks for, that of saved queries that it mentions included.
     *
     * @throws QueryRefused if it is no query; tells all that is wrong with it
     */
    public Query parse(String text) {
        return parse(text, null);
    }

    /**
     * The same if the text was saved under a name.
     *
     * @throws QueryRefused if it is no query, or one that mentions itself
     */
    Query parse(String text, @Nullable String name) {
        QueryLanguage language = registered().language();
        Query query =
                switch (language.parse(text)) {
                    case Parsed.Complete(Query read) -> read;
                    case Parsed.Refused refused -> throw new QueryRefused(text, refused.problems());
                };
        if (query.terms().noneMatch(SavedField::isAskedBy)) {
            return query;
        }
        NavigableMap<String, String> definitions = saved.definitions();
        if (name != null) {
            definitions.put(name, text);
        }
        return new SavedExpansion(language, definitions).of(text, query, name);
    }

    /** Whether a text is a query that mentions the saved one of that name, by this name itself. */
    public boolean mentions(String text, String name) {
        return registered().language().parse(text) instanceof Parsed.Complete(Query query)
                && query.terms()
                        .filter(SavedField::isAskedBy)
                        .map(Query.Match.class::cast)
                        .flatMap(match -> match.names().stream())
                        .anyMatch(pattern -> pattern.isLiteral() && pattern.text().equals(name));
    }

    /**
     * The ordinals of the hosts within reach that match.
     *
     * @param text what the query was read from; only to tell problems
     * @param at the moment; null for now
     * @throws QueryRefused if one of its terms cannot be answered
     * @throws QueryTooSlow if it takes too long
     */
    public RoaringBitmap hosts(String text, Query query, @Nullable Instant at, Reach reach) {
        return reading.within(deadline -> hosts(text, query, moment(at, deadline), reach));
    }

    private RoaringBitmap hosts(String text, Query query, QueryMoment moment, Reach reach) {
        QuerySubjects known = subjects.getObject();
        RoaringBitmap within = known.within(query, reach, moment);
        Evaluation evaluation = new Evaluation(registered().fields(), known, within, moment);
        RoaringBitmap found = evaluation.of(query);
        if (!evaluation.problems().isEmpty()) {
            throw new QueryRefused(text, evaluation.problems());
        }
        moment.deadline().check();
        return found;
    }

    /**
     * How many hosts within reach match, and how many of them have which value of a field.
     *
     * @param by such as {@code env} or {@code pkg:openssl}; null to count them all together
     * @throws QueryRefused if either text cannot be answered
     * @throws QueryTooSlow if it takes too long
     */
    public HostCounts count(String text, @Nullable String by, @Nullable Instant at, Reach reach) {
        Query query = parse(text);
        Division division =
                by == null ? null : Divisions.read(by, registered().language().fields());
        return reading.within(deadline -> {
            QueryMoment moment = moment(at, deadline);
            RoaringBitmap found = hosts(text, query, moment, reach);
            List<HostCounts.Value> values =
                    by == null || division == null
                            ? List.of()
                            : counted(divided(by, division, moment), found, moment);
            deadline.check();
            return new HostCounts(found.getLongCardinality(), values);
        });
    }

    private Map<String, RoaringBitmap> divided(String by, Division division, QueryMoment moment) {
        return Objects.requireNonNull(registered().fields().get(division.field().name()))
                .divide(division, moment)
                .orElseThrow(() -> Divisions.refused(by));
    }

    private List<HostCounts.Value> counted(
            Map<String, RoaringBitmap> divided, RoaringBitmap found, QueryMoment moment) {
        SortedMap<String, RoaringBitmap> environments = subjects.getObject().environments(moment);
        List<HostCounts.Value> values = new ArrayList<>();
        divided.forEach((value, hosts) -> {
            RoaringBitmap counted = RoaringBitmap.and(hosts, found);
            if (!counted.isEmpty()) {
                values.add(
                        new HostCounts.Value(
                                value,
                                counted.getLongCardinality(),
                                byEnvironment(counted, environments)));
            }
        });
        values.sort(
                Comparator.comparingLong(HostCounts.Value::hosts)
                        .reversed()
                        .thenComparing(HostCounts.Value::value));
        return values;
    }

    private static SortedMap<String, Long> byEnvironment(
            RoaringBitmap hosts, SortedMap<String, RoaringBitmap> environments) {
        SortedMap<String, Long> counts = new TreeMap<>();
        environments.forEach((environment, members) -> {
            long count = RoaringBitmap.andCardinality(hosts, members);
            if (count > 0) {
                counts.put(environment, count);
            }
        });
        return counts;
    }

    /**
     * What may stand at a place of a query that is still being written.
     *
     * @param caret a UTF-16 offset
     * @param reach where the reader may look; only values from there are offered
     */
    public Completion complete(String text, int caret, Reach reach) {
        return registered().language().complete(text, caret, wanted -> values(wanted, reach));
    }

    private List<String> values(Wanted.Value wanted, Reach reach) {
        QueryField field = registered().fields().get(wanted.field().name());
        return field == null
                ? List.of()
                : reading.within(deadline -> {
                    RoaringBitmap visible =
                            subjects.getObject()
                                    .within(Query.everything(), reach, moment(null, deadline));
                    return field.values(wanted, visible);
                });
    }

    private QueryMoment moment(@Nullable Instant at, Deadline deadline) {
        return new QueryMoment(at, at == null ? clock.instant() : at, deadline);
    }
}
