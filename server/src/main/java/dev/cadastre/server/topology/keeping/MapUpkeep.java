package dev.cadastre.server.topology.keeping;

import dev.cadastre.server.storage.Intervals;
import dev.cadastre.server.storage.upkeep.Kept;
import dev.cadastre.server.storage.upkeep.RetentionJob;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.RelationType;
import dev.cadastre.server.topology.graph.AssetGraph;
import dev.cadastre.server.topology.graph.GraphView;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets go of what nothing is known of any longer: programs and services that have been gone for
 * long, strangers that nobody speaks with, and a past that is older than is kept.
 */
@Component
class MapUpkeep implements RetentionJob {

    /** As long as state of hosts is kept, unless that is set otherwise. */
    private static final Duration KEPT = Duration.ofDays(400);

    private final AssetBook book;
    private final AssetGraph graph;
    private final ToldBook told;
    private final MapWriter writer;
    private final Intervals intervals;
    private final JdbcClient jdbc;
    private final MapTurn turn;
    private final Clock clock;

    MapUpkeep(
            AssetBook book,
            AssetGraph graph,
            ToldBook told,
            MapWriter writer,
            Intervals intervals,
            JdbcClient jdbc,
            MapTurn turn,
            Clock clock) {
        this.book = book;
        this.graph = graph;
        this.told = told;
        this.writer = writer;
        this.intervals = intervals;
        this.jdbc = jdbc;
        this.turn = turn;
        this.clock = clock;
    }

    /** Makes room for the months to come, and forgets what is due. */
    @Scheduled(cron = "0 37 4 * * *")
    void run() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (String table : List.of(AssetTable.STATES, RelationTable.NAME)) {
            intervals.prepare(table);
            intervals.dropBefore(table, now.minus(KEPT));
        }
        turn.run(() -> writer.retire(forgotten(now), now));
    }

    @Override
    public List<Kept> kept() {
        return List.of(
                new Kept("past of the map", KEPT),
                new Kept("what is gone from the map", SocketSight.REMEMBERED));
    }

    /** What is gone, or was only spoken of, and has no relation left but to where it was. */
    private List<Integer> forgotten(Instant now) {
        List<Integer> lost = lost(now.minus(SocketSight.REMEMBERED));
        GraphView view = graph.view();
        return book.find(lost).stream()
                .filter(asset -> told.of(asset.number()).equals(Told.NOTHING))
                .filter(asset -> spokenWith(asset, view) == 0)
                .map(AssetEntry::number)
                .toList();
    }

    private static int spokenWith(AssetEntry asset, GraphView view) {
        int[] count = {0};
        view.forEachRelation(
                asset.number(),
                (_, type, _, _, _) -> {
                    boolean own =
                            type == RelationType.RUNS_ON
                                    || (type == RelationType.PROVIDES
                                            && asset.is(AssetName.SERVICE));
                    count[0] += own ? 0 : 1;
                });
        return count[0];
    }

    private List<Integer> lost(Instant limit) {
        List<Integer> numbers = new ArrayList<>();
        jdbc.sql(
                        """
                        select subject from topology.asset_state_open
                        where key = 'seen' and since < ?
                          and value ->> 'presence' in ('GONE', 'CLAIMED')
                        """)
                .param(Timestamp.from(limit))
                .query(row -> {
                    numbers.add(row.getInt("subject"));
                });
        return numbers;
    }
}
