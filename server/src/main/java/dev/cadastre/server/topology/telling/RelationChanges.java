package dev.cadastre.server.topology.telling;

import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.Origin;
import dev.cadastre.server.topology.RelationType;
import dev.cadastre.server.topology.keeping.AssetEntry;
import dev.cadastre.server.topology.keeping.MapTurn;
import dev.cadastre.server.topology.keeping.RelationKey;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/**
 * Takes what people and tools say of relations. Each takes writing in the environment of what needs
 * the other end, as that is what it changes; in all environments where that lies in none. Circles
 * are taken as they are: things do need each other. Thread-safe.
 */
@NamedInterface("telling")
@Service
public class RelationChanges {

    private final AssetChanges assets;
    private final MapTurn turn;
    private final MapKnowledge known;
    private final ToldRelations relations;
    private final TellingEvents events;
    private final Clock clock;

    RelationChanges(
            AssetChanges assets,
            MapTurn turn,
            MapKnowledge known,
            ToldRelations relations,
            TellingEvents events,
            Clock clock) {
        this.assets = assets;
        this.turn = turn;
        this.known = known;
        this.relations = relations;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Says that there are relations; all of them or, with everything that is wrong, none. Said
     * again, they are counted once more and nothing else.
     *
     * @param create whether their assets need not be there
     * @throws MapRefused if something is wrong
     */
    public MapReceipt put(List<RelationStatement> said, boolean create) {
        return assets.put(List.of(), said, create, known.actor());
    }

    /**
     * Takes back what people and tools say of a relation. What sockets show stays.
     *
     * @throws MapRefused if nobody says so
     */
    public void remove(String source, RelationType type, String target) {
        turn.run(() -> {
            AssetEntry from = end(source);
            AssetEntry to = end(target);
            @Nullable String environment = environment(from, type, to);
            known.requireWrite(environment);
            RelationKey key = new RelationKey(from.number(), type, to.number());
            if (!relations.takeBack(
                    Set.of(key),
                    Set.of(Origin.TOLD, Origin.DEPLOYMENT),
                    clock.instant().truncatedTo(ChronoUnit.MICROS))) {
                throw unknown(from.name() + " " + type + " " + to.name());
            }
            events.tell(
                    from.name(),
                    from.environment(),
                    "relation.told",
                    "That %s %s %s was taken back by %s"
                            .formatted(
                                    from.name(),
                                    TellingEvents.words(type),
                                    to.name(),
                                    known.actor()),
                    Map.of("by", known.actor()),
                    null);
            known.audit("relation.remove", from.name().toString(), environment);
        });
    }

    /** Where a relation changes something: where that is which needs the other end. */
    static @Nullable String environment(AssetEntry from, RelationType type, AssetEntry to) {
        return type.dependent() == RelationType.Dependent.TO
                ? to.environment()
                : from.environment();
    }

    private AssetEntry end(String id) {
        return AssetName.of(id).flatMap(known::visible).orElseThrow(() -> unknownAsset(id));
    }

    static MapRefused unknownAsset(String id) {
        return new MapRefused(
                MapRefused.Reason.UNKNOWN,
                "asset.unknown",
                "There is no asset " + Objects.requireNonNull(id) + ".",
                "Look for it at /api/v1/assets.");
    }

    private static MapRefused unknown(String relation) {
        return new MapRefused(
                MapRefused.Reason.UNKNOWN,
                "relation.unknown",
                "Nobody says that " + relation + ".",
                "What sockets show is denied by a correction: POST /api/v1/corrections.");
    }
}
