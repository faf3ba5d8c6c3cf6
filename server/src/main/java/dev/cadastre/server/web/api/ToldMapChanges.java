package dev.cadastre.server.web.api;

import dev.cadastre.api.Problem;
import dev.cadastre.api.map.AssetDefinition;
import dev.cadastre.api.map.Correction;
import dev.cadastre.api.map.CorrectionDefinition;
import dev.cadastre.api.map.MapReceipt;
import dev.cadastre.api.map.RelationDefinition;
import dev.cadastre.api.map.RelationType;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.topology.telling.AssetChanges;
import dev.cadastre.server.topology.telling.Corrections;
import dev.cadastre.server.topology.telling.MapProblem;
import dev.cadastre.server.topology.telling.MapRefused;
import dev.cadastre.server.topology.telling.RelationChanges;
import dev.cadastre.server.web.api.problem.ProblemException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Changes the map for those who may, as the API and the pages ask for it. Every change is taken
 * whole or not at all.
 */
@Component
public class ToldMapChanges {

    private final AssetChanges assets;
    private final RelationChanges relations;
    private final Corrections corrections;
    private final Permitted permitted;

    ToldMapChanges(
            AssetChanges assets,
            RelationChanges relations,
            Corrections corrections,
            Permitted permitted) {
        this.assets = assets;
        this.relations = relations;
        this.corrections = corrections;
        this.permitted = permitted;
    }

    /**
     * Says what an asset is, in the place of all that was said of it before, and what it has to do
     * with others.
     *
     * @param also relations, added to those that were said before; {@code items.0} is the place of
     *     the first in what is wrong
     * @param found what was wrong already when it was read, which is refused with all the rest
     * @throws ProblemException with all that is wrong
     */
    public MapReceipt put(
            String id,
            AssetDefinition definition,
            List<RelationDefinition> also,
            List<Problem.Part> found) {
        return taken(() ->
                ToldMapRecords.receipt(
                        assets.put(
                                List.of(ToldMapRecords.asset(id, definition)),
                                ToldMapRecords.relations(also),
                                found.stream().map(ToldMapChanges::problem).toList())));
    }

    private static MapProblem problem(Problem.Part part) {
        return new MapProblem(
                part.code(),
                part.where(),
                part.detail(),
                Objects.requireNonNullElse(part.remedy(), ""));
    }

    /**
     * Takes back what was said of an asset; one that nothing observes ends.
     *
     * @throws ProblemException if nothing was said of it
     */
    public void remove(String id) {
        taken(() -> {
            assets.remove(id);
            return id;
        });
    }

    /**
     * Says that there are relations; others that were said before stay.
     *
     * @param create whether their assets need not be there
     * @throws ProblemException with all that is wrong
     */
    public MapReceipt relate(List<RelationDefinition> said, boolean create) {
        return taken(() ->
                ToldMapRecords.receipt(relations.put(ToldMapRecords.relations(said), create)));
    }

    /**
     * Takes back what people and tools say of a relation; what sockets show stays.
     *
     * @throws ProblemException if nobody says so
     */
    public void separate(String source, RelationType type, String target) {
        taken(() -> {
            relations.remove(source, ToldMapRecords.type(type), target);
            return source;
        });
    }

    /**
     * Puts something right, until that is withdrawn.
     *
     * @throws ProblemException with all that is wrong
     */
    public Correction correct(CorrectionDefinition definition) {
        return taken(() ->
                ToldMapRecords.correction(corrections.make(ToldMapRecords.correction(definition))));
    }

    /**
     * Takes a correction back; what is seen and said holds again.
     *
     * @throws ProblemException if none of that number is in force
     */
    public Correction withdraw(long id) {
        return taken(() ->
                ToldMapRecords.correction(
                        corrections.withdraw(id, permitted.reach(Verb.WRITE, Part.TOPOLOGY))));
    }

    private <T> T taken(Supplier<T> change) {
        permitted.reach(Verb.WRITE, Part.TOPOLOGY);
        try {
            return change.get();
        } catch (MapRefused refused) {
            throw ToldMapExplainer.explain(refused);
        }
    }
}
