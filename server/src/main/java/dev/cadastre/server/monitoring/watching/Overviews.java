package dev.cadastre.server.monitoring.watching;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.monitoring.keeping.MonitorBook;
import dev.cadastre.server.monitoring.keeping.Watched;
import dev.cadastre.server.search.Queries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/**
 * Counts all monitors and finds the worst of them, in one pass over what is in memory. Thread-safe.
 */
@NamedInterface("watching")
@Service
public class Overviews {

    private final MonitorBook book;
    private final Monitors monitors;
    private final Queries queries;

    Overviews(MonitorBook book, Monitors monitors, Queries queries) {
        this.book = book;
        this.monitors = monitors;
        this.queries = queries;
    }

    /** A monitor and where it stands. */
    private record Placed(OverviewPlace place, Watched one) {}

    /**
     * What is asked for, as far as it is within reach.
     *
     * @throws dev.cadastre.server.search.QueryRefused if its query is none
     */
    public Overview of(OverviewQuery query, Reach reach) {
        Selection selection = new Selection(query, hosts(query.q(), reach));
        SortedMap<String, Map<Condition, Long>> counts = new TreeMap<>();
        boolean any = false;
        for (Watched one : book.after(0)) {
            if (reach.covers(one.row().environment())) {
                any = true;
                if (selection.matches(one)) {
                    Condition condition = selection.offer(one);
                    counts.computeIfAbsent(
                                    one.row().environment(), _ -> new EnumMap<>(Condition.class))
                            .merge(condition, 1L, Long::sum);
                }
            }
        }
        List<Placed> worst = selection.worst();
        boolean more = worst.size() > query.limit();
        List<Placed> shown = more ? worst.subList(0, query.limit()) : worst;
        return new Overview(
                any,
                counts,
                monitors.shown(shown.stream().map(Placed::one).toList()),
                more && !shown.isEmpty() ? shown.getLast().place() : null);
    }

    private @Nullable RoaringBitmap hosts(@Nullable String q, Reach reach) {
        return q == null ? null : queries.hosts(q, queries.parse(q), null, reach);
    }

    /** Keeps no more monitors than are shown, however many there are. */
    private static final class Selection {

        private final OverviewQuery query;
        private final @Nullable String text;
        private final @Nullable RoaringBitmap hosts;
        private final PriorityQueue<Placed> worst =
                new PriorityQueue<>(Comparator.comparing(Placed::place).reversed());

        Selection(OverviewQuery query, @Nullable RoaringBitmap hosts) {
            this.query = query;
            this.text = query.text() == null ? null : query.text().toLowerCase(Locale.ROOT);
            this.hosts = hosts;
        }

        boolean matches(Watched one) {
            return (text == null
                            || one.row().name().toLowerCase(Locale.ROOT).contains(text)
                            || one.row().asset().toLowerCase(Locale.ROOT).contains(text))
                    && (hosts == null || hosts.contains(one.row().host()));
        }

        Condition offer(Watched one) {
            OverviewPlace place = OverviewPlace.of(one);
            String environment = query.environment();
            OverviewPlace after = query.after();
            boolean wanted =
                    (environment == null || environment.equals(one.row().environment()))
                            && (query.conditions().isEmpty()
                                    || query.conditions().contains(place.condition()))
                            && (after == null || place.compareTo(after) > 0);
            if (wanted) {
                worst.add(new Placed(place, one));
                if (worst.size() > query.limit() + 1) {
                    worst.remove();
                }
            }
            return place.condition();
        }

        List<Placed> worst() {
            List<Placed> sorted = new ArrayList<>(worst);
            sorted.sort(Comparator.comparing(Placed::place));
            return sorted;
        }
    }
}
