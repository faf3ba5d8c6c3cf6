package dev.cadastre.server.search;

import dev.cadastre.query.Field;
import dev.cadastre.query.Problem;
import dev.cadastre.query.Query;
import dev.cadastre.query.Wanted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/**
 * A field that knows which hosts have a value now, and not which had it before: a query as of a
 * moment that asks for it is refused. As safe for use by several threads as {@link #byValue} is.
 */
public abstract class PresentField implements QueryField {

    private static final int OFFERED = 50;

    private final Field field;
    private final String subject;

    /**
     * A field that is written so.
     *
     * @param subject what it knows, in the plural: {@code owners}
     */
    protected PresentField(Field field, String subject) {
        this.field = field;
        this.subject = subject;
    }

    /**
     * The ordinals of the hosts by each value that some host has now; hosts that the reader may not
     * see may be among them. The caller may change what it gets.
     */
    protected abstract Map<String, RoaringBitmap> byValue();

    /**
     * The hosts that match now: those that have a value that the term names.
     *
     * @throws QueryRefused if the term cannot be answered
     */
    protected RoaringBitmap matching(Query.Match match) {
        RoaringBitmap found = new RoaringBitmap();
        byValue()
                .forEach((value, hosts) -> {
                    if (match.names().stream().anyMatch(name -> name.matches(value))) {
                        found.or(hosts);
                    }
                });
        return found;
    }

    @Override
    public final Field field() {
        return field;
    }

    @Override
    public final RoaringBitmap matching(Query.Match match, QueryMoment moment) {
        if (moment.at() != null) {
            throw new QueryRefused(
                    new Problem(
                            "query.now-only",
                            match.place(),
                            subject
                                    + " are known for now only; leave it out, or ask without a"
                                    + " moment",
                            null));
        }
        return matching(match);
    }

    @Override
    public final List<String> values(Wanted.Value wanted, RoaringBitmap visible) {
        return byValue().entrySet().stream()
                .filter(value -> value.getKey().startsWith(wanted.prefix()))
                .filter(value -> RoaringBitmap.intersects(value.getValue(), visible))
                .map(Map.Entry::getKey)
                .sorted()
                .limit(OFFERED)
                .toList();
    }

    @Override
    public final Optional<Map<String, RoaringBitmap>> divide(
            Division division, QueryMoment moment) {
        return moment.at() == null ? Optional.of(byValue()) : Optional.empty();
    }
}
