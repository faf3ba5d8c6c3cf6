package dev.cadastre.server.topology.telling;

import dev.cadastre.server.topology.Origin;
import dev.cadastre.server.topology.keeping.MapChanges;
import dev.cadastre.server.topology.keeping.MapWriter;
import dev.cadastre.server.topology.keeping.RelationKey;
import dev.cadastre.server.topology.keeping.RelationState;
import dev.cadastre.server.topology.keeping.RelationTable;
import dev.cadastre.server.topology.keeping.StatementTable;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what is said of relations: who says so, and what that makes of them. In a turn. */
@Component
class ToldRelations {

    private final StatementTable statements;
    private final RelationTable relations;
    private final MapWriter writer;

    ToldRelations(StatementTable statements, RelationTable relations, MapWriter writer) {
        this.statements = statements;
        this.relations = relations;
        this.writer = writer;
    }

    /**
     * Says that there are relations.
     *
     * @param said the names of their alternatives, empty for none
     * @return whether that changed the map
     */
    boolean say(Map<RelationKey, String> said, Origin origin, String by, Instant now) {
        if (said.isEmpty()) {
            return false;
        }
        statements.tell(said, origin, by, now);
        Map<RelationKey, RelationState> known = relations.states(said.keySet());
        MapChanges changes = new MapChanges();
        said.forEach((key, alternatives) -> {
            RelationState before = known.get(key);
            RelationState after =
                    before == null
                            ? RelationState.ofTold(origin, alternatives)
                            : before.with(origin, alternatives);
            if (!after.equals(before)) {
                changes.relations().put(key, after);
            }
        });
        writer.write(changes, now);
        return !changes.relations().isEmpty();
    }

    /**
     * Takes back what some say of relations.
     *
     * @return whether any of it was said
     */
    boolean takeBack(Collection<RelationKey> keys, Collection<Origin> origins, Instant now) {
        statements.takeBack(keys, origins);
        MapChanges changes = new MapChanges();
        relations
                .states(keys)
                .forEach((key, before) -> {
                    RelationState after = before;
                    for (Origin origin : origins) {
                        after = after.without(origin);
                    }
                    if (!after.equals(before)) {
                        changes.relations().put(key, after);
                    }
                });
        writer.write(changes, now);
        return !changes.relations().isEmpty();
    }

    /**
     * Makes this what a person says of a relation.
     *
     * @param verdict null to take back what one said
     * @return whether there is, or was, such a relation
     */
    boolean judge(RelationKey key, RelationState.@Nullable Verdict verdict, Instant now) {
        RelationState before = relations.states(java.util.Set.of(key)).get(key);
        if (before == null) {
            return false;
        }
        MapChanges changes = new MapChanges();
        changes.relations().put(key, before.with(verdict));
        writer.write(changes, now);
        return true;
    }
}
