package dev.cadastre.server.monitoring.query;

import dev.cadastre.query.Field;
import dev.cadastre.query.Names;
import dev.cadastre.query.Problem;
import dev.cadastre.query.Query;
import dev.cadastre.query.Wanted;
import dev.cadastre.server.monitoring.MonitorState;
import dev.cadastre.server.monitoring.keeping.MonitorBook;
import dev.cadastre.server.monitoring.keeping.Watched;
import dev.cadastre.server.search.Division;
import dev.cadastre.server.search.QueryField;
import dev.cadastre.server.search.QueryMoment;
import dev.cadastre.server.search.QueryRefused;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** Hosts with a monitor in a state, of themselves or of something on them. Thread-safe. */
@Component
class StateField implements QueryField {

    /** All that somebody has to do something about. */
    private static final String PROBLEM = "problem";

    private static final Names STATES =
            Names.oneOf(PROBLEM, "critical", "warning", "unknown", "ok", "pending");

    private static final Field FIELD =
            Field.named("state", "the state of a monitor of the host; known for now")
                    .withNames(STATES)
                    .withExample("state:critical");

    private final MonitorBook book;

    StateField(MonitorBook book) {
        this.book = book;
    }

    @Override
    public Field field() {
        return FIELD;
    }

    @Override
    public RoaringBitmap matching(Query.Match match, QueryMoment moment) {
        if (moment.at() != null) {
            throw new QueryRefused(
                    new Problem(
                            "query.now-only",
                            match.place(),
                            "states are known for now only; leave it out, or ask without a moment",
                            null));
        }
        RoaringBitmap found = new RoaringBitmap();
        byState()
                .forEach((state, hosts) -> {
                    if (match.names().stream().anyMatch(name -> name.matches(state))) {
                        found.or(hosts);
                    }
                });
        return found;
    }

    private Map<String, RoaringBitmap> byState() {
        Map<String, RoaringBitmap> hosts = new HashMap<>();
        for (Watched one : book.after(0)) {
            int host = one.row().host();
            MonitorState state = one.standing().state();
            if (host != 0) {
                add(hosts, state.name().toLowerCase(Locale.ROOT), host);
                if (state.isProblem()) {
                    add(hosts, PROBLEM, host);
                }
            }
        }
        return hosts;
    }

    private static void add(Map<String, RoaringBitmap> hosts, String state, int host) {
        hosts.computeIfAbsent(state, _ -> new RoaringBitmap()).add(host);
    }

    @Override
    public List<String> values(Wanted.Value wanted, RoaringBitmap visible) {
        return byState().entrySet().stream()
                .filter(state -> state.getKey().startsWith(wanted.prefix()))
                .filter(state -> RoaringBitmap.intersects(state.getValue(), visible))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    @Override
    public Optional<Map<String, RoaringBitmap>> divide(Division division, QueryMoment moment) {
        return moment.at() == null ? Optional.of(byState()) : Optional.empty();
    }
}
