package dev.cadastre.server.monitoring.watching;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.monitoring.downtime.Downtime;
import dev.cadastre.server.monitoring.downtime.Downtimes;
import dev.cadastre.server.monitoring.keeping.MonitorBook;
import dev.cadastre.server.monitoring.keeping.Watched;
import dev.cadastre.server.monitoring.state.Standing;
import dev.cadastre.server.search.StandingQueries;
import dev.cadastre.server.topology.reading.AssetPlaces;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.roaringbitmap.RoaringBitmap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets downtimes begin and end. For one thread. */
@Component
class DowntimeWatch {

    private static final Logger log = LoggerFactory.getLogger(DowntimeWatch.class);
    private static final String HOST = "host:";

    private final Downtimes downtimes;
    private final MonitorBook book;
    private final Findings findings;
    private final StandingQueries queries;
    private final AssetPlaces places;
    private final Access access;
    private final Clock clock;
    private final Map<Long, RoaringBitmap> answers = new HashMap<>();

    DowntimeWatch(
            Downtimes downtimes,
            MonitorBook book,
            Findings findings,
            StandingQueries queries,
            AssetPlaces places,
            Access access,
            Clock clock) {
        this.downtimes = downtimes;
        this.book = book;
        this.findings = findings;
        this.queries = queries;
        this.places = places;
        this.access = access;
        this.clock = clock;
    }

    /** What downtimes of one moment are about. */
    private record Concerned(Set<String> assets, RoaringBitmap hosts) {

        boolean has(Watched one) {
            return assets.contains(one.row().asset())
                    || (one.row().host() != 0 && hosts.contains(one.row().host()));
        }
    }

    /** Looks which of them last. */
    @Scheduled(fixedDelay = 1_000)
    void look() {
        try {
            access.asSystem(this::follow);
        } catch (RuntimeException failure) {
            log.warn("Downtimes are looked at again later", failure);
        }
    }

    private void follow() {
        Instant now = clock.instant();
        List<Downtime> lasting =
                downtimes.current(Reach.ALL).stream().filter(one -> one.lasts(now)).toList();
        answers.keySet().retainAll(lasting.stream().map(Downtime::id).toList());
        Concerned concerned = concerned(lasting);
        Map<Long, Function<Watched, Standing>> changes = new HashMap<>();
        for (Watched one : book.after(0)) {
            boolean may = concerned.has(one);
            if (may != one.standing().downtime()) {
                changes.put(
                        one.id(), known -> Findings.machine(known).downtime(known.standing(), may));
            }
        }
        findings.changeAll(changes);
    }

    private Concerned concerned(List<Downtime> lasting) {
        Set<String> assets = new HashSet<>();
        RoaringBitmap hosts = new RoaringBitmap();
        for (Downtime one : lasting) {
            String asset = one.asset();
            String q = one.q();
            if (asset != null) {
                assets.add(asset);
                if (asset.startsWith(HOST)) {
                    places.of(List.of(asset)).values().forEach(place -> hosts.add(place.host()));
                }
            }
            if (q != null) {
                hosts.or(matching(one.id(), q));
            }
        }
        return new Concerned(assets, hosts);
    }

    /** A query that cannot be answered just now ends no downtime. */
    private RoaringBitmap matching(long downtime, String q) {
        RoaringBitmap hosts =
                queries.hosts(q)
                        .orElseGet(() -> answers.getOrDefault(downtime, new RoaringBitmap()));
        answers.put(downtime, hosts);
        return hosts;
    }
}
