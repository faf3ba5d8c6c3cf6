package dev.cadastre.server.topology.telling;

import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.Origin;
import dev.cadastre.server.topology.keeping.AssetEntry;
import dev.cadastre.server.topology.keeping.MapTurn;
import dev.cadastre.server.topology.keeping.ToldBook;
import dev.cadastre.server.topology.keeping.ToldTable;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/**
 * Takes what people and tools say of assets. Each change takes writing in the asset's environment;
 * in all environments where it lies in none. What is observed goes on being observed, whatever is
 * said. Thread-safe.
 */
@NamedInterface("telling")
@Service
public class AssetChanges {

    /** The most that can be told at once. */
    public static final int MOST = 10_000;

    private final MapTurn turn;
    private final MapKnowledge known;
    private final MapTelling telling;
    private final TellingEvents events;
    private final ToldTable table;
    private final ToldBook told;
    private final Absorption absorption;
    private final Clock clock;

    AssetChanges(
            MapTurn turn,
            MapKnowledge known,
            MapTelling telling,
            TellingEvents events,
            ToldTable table,
            ToldBook told,
            Absorption absorption,
            Clock clock) {
        this.turn = turn;
        this.known = known;
        this.telling = telling;
        this.events = events;
        this.table = table;
        this.told = told;
        this.absorption = absorption;
        this.clock = clock;
    }

    /**
     * Makes this what is said of assets, in the place of all that was said of them; all of it or,
     * with everything that is wrong, nothing.
     *
     * @throws MapRefused if something is wrong
     */
    public MapReceipt put(List<AssetStatement> assets) {
        return put(assets, List.of(), false, known.actor());
    }

    /**
     * The same, with relations between them or with others.
     *
     * @param found what was wrong already when it was read, which is refused with all the rest
     */
    public MapReceipt put(
            List<AssetStatement> assets,
            List<RelationStatement> relations,
            List<MapProblem> found) {
        return put(assets, relations, false, known.actor(), found);
    }

    /**
     * The same of a map of another system.
     *
     * @param create whether assets that relations speak of need not be there
     * @param source the other system
     */
    public MapReceipt take(
            List<AssetStatement> assets,
            List<RelationStatement> relations,
            boolean create,
            String source) {
        if (!WordRules.isName(source)) {
            throw new MapRefused(
                    MapRefused.Reason.INVALID,
                    "map.source-wrong",
                    "“" + source + "” is no name of a system.",
                    "Use letters, digits, “.”, “_” and “-”.");
        }
        return put(assets, relations, create, source + ", by " + known.actor());
    }

    /**
     * The same of a table, whose form docs/formats/assets.md describes.
     *
     * @throws MapRefused with everything that is wrong and its line
     */
    public MapReceipt take(String csv) {
        AssetCsv.Result read = AssetCsv.read(csv);
        return put(read.assets(), List.of(), false, known.actor(), read.problems());
    }

    MapReceipt put(
            List<AssetStatement> assets,
            List<RelationStatement> relations,
            boolean create,
            String by) {
        return put(assets, relations, create, by, List.of());
    }

    private MapReceipt put(
            List<AssetStatement> assets,
            List<RelationStatement> relations,
            boolean create,
            String by,
            List<MapProblem> problems) {
        if (assets.size() > MOST || relations.size() > 5 * MOST) {
            throw new MapRefused(
                    MapRefused.Reason.INVALID,
                    "map.too-much",
                    "There are more than %d assets or %d relations.".formatted(MOST, 5 * MOST),
                    "Send them in parts.");
        }
        return turn.take(() -> {
            StatementChecks checks = new StatementChecks(known, create);
            problems.forEach(checks::problem);
            assets.forEach(checks::asset);
            relations.forEach(checks::relation);
            MapTelling.Written written = telling.write(checks, Origin.TOLD, by, now());
            events.tell(written, checks.relations(), by);
            return new MapReceipt(assets.size(), relations.size(), written.created());
        });
    }

    /**
     * Takes back what was said of an asset. One that nothing observes ends, with its relations.
     *
     * @throws MapRefused if nothing was said of it
     */
    public void remove(String id) {
        turn.run(() -> remove(told(id), now()));
    }

    /** The same, if anything was said of it. */
    public void removeIfTold(String id) {
        turn.run(() -> find(id).ifPresent(asset -> remove(asset, now())));
    }

    private Optional<AssetEntry> find(String id) {
        return AssetName.of(id)
                .flatMap(known::visible)
                .filter(asset -> told.of(asset.number()).stands());
    }

    private AssetEntry told(String id) {
        return find(id).orElseThrow(() ->
                new MapRefused(
                        MapRefused.Reason.UNKNOWN,
                        "asset.unknown",
                        "Nothing was said of an asset " + id + ".",
                        "What is only observed cannot be removed; retire its host."));
    }

    private void remove(AssetEntry asset, Instant now) {
        known.requireWrite(asset.environment());
        Set<Integer> hosts = absorption.around(List.of(asset));
        if (observed(asset)) {
            table.put(Map.of(asset.number(), told.of(asset.number()).withoutWords()), now);
        } else {
            absorption.end(List.of(asset), now);
        }
        absorption.lookAgain(hosts);
        events.tell(
                asset.name(),
                asset.environment(),
                "asset.told",
                "What was said of %s was taken back by %s".formatted(asset.name(), known.actor()),
                Map.of("by", known.actor()),
                null);
        known.audit("asset.remove", asset.name().toString(), asset.environment());
    }

    /** Only these are made of what hosts report. */
    private static boolean observed(AssetEntry asset) {
        boolean made = asset.is(AssetName.EXTERNAL) || asset.is(AssetName.GROUP);
        return asset.host() != 0 || (made && asset.seen() != null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
