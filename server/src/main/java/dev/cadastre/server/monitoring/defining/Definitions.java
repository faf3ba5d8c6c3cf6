package dev.cadastre.server.monitoring.defining;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.estate.Environment;
import dev.cadastre.server.monitoring.MonitorDefinition;
import dev.cadastre.server.monitoring.MonitorProblem;
import dev.cadastre.server.monitoring.MonitorRefused;
import dev.cadastre.server.monitoring.definition.DefinitionReader;
import dev.cadastre.server.monitoring.definition.Draft;
import dev.cadastre.server.monitoring.definition.KindRules;
import dev.cadastre.server.monitoring.definition.Reading;
import dev.cadastre.server.monitoring.keeping.DefinitionRow;
import dev.cadastre.server.monitoring.keeping.NewDefinition;
import dev.cadastre.server.topology.reading.AssetPlaces;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/**
 * What is to be checked, said by people and tools. One asset takes writing in its environment, a
 * query or a template everywhere; plug-ins take running them there, and a secret takes
 * administering all of them. Changing a template takes what changing all that starts from it would.
 * Thread-safe.
 */
@NamedInterface("defining")
@Service
public class Definitions {

    /** The code of the problem that somebody else changed it meanwhile. */
    public static final String CHANGED = "monitor.changed";

    private final DefinitionStore store;
    private final KindRules rules;
    private final DefinitionQuestions questions;
    private final AssetPlaces places;
    private final Access access;

    Definitions(
            DefinitionStore store,
            KindRules rules,
            DefinitionQuestions questions,
            AssetPlaces places,
            Access access) {
        this.store = store;
        this.rules = rules;
        this.questions = questions;
        this.places = places;
        this.access = access;
    }

    /** All templates, by name. */
    public List<DefinitionRow> templates() {
        return store.book().templates().values().stream()
                .sorted(Comparator.comparing(DefinitionRow::name))
                .toList();
    }

    /** How many definitions start from a template. */
    public int startingFrom(String template) {
        return store.book().startingFrom(template).size();
    }

    /**
     * Definitions by id: those with a query, and those of assets within reach.
     *
     * @param after those whose id is above
     * @param limit the most that are told
     */
    public List<DefinitionRow> find(long after, int limit, Reach reach) {
        List<DefinitionRow> rows =
                store.book().rows().values().stream()
                        .filter(row -> !row.template() && row.id() > after)
                        .sorted(Comparator.comparingLong(DefinitionRow::id))
                        .toList();
        return rows.stream().filter(row -> isVisible(row, reach)).limit(limit).toList();
    }

    /** The definition with that id, if it has a query or an asset within reach. */
    public Optional<DefinitionRow> find(long id, Reach reach) {
        return Optional.ofNullable(store.book().rows().get(id))
                .filter(row -> !row.template() && isVisible(row, reach));
    }

    private boolean isVisible(DefinitionRow row, Reach reach) {
        String asset = DefinitionBook.subject(row.draft());
        return asset == null
                || reach.covers(
                        Objects.requireNonNullElse(environment(asset), Environment.UNASSIGNED));
    }

    /** What a definition says, with what its template says; empty for a template. */
    public Optional<MonitorDefinition> meaning(DefinitionRow row) {
        return store.book().definition(row, rules);
    }

    /** The template of that name. */
    public Optional<DefinitionRow> template(String name) {
        return Optional.ofNullable(store.book().templates().get(name));
    }

    /**
     * Adds a definition.
     *
     * @throws MonitorRefused if there cannot be such a one, or there is one of that name already
     */
    public DefinitionRow add(String name, Draft draft, @Nullable String reason) {
        return store.change(
                        book -> {
                            MonitorDefinition definition = read(book, name, draft);
                            requireAllowed(Optional.of(definition));
                            DefinitionRequirements.requireFree(book, null, name, draft);
                            return List.of(
                                    new DefinitionStore.Add(said(name, false, draft, reason)));
                        })
                .getFirst();
    }

    /**
     * Changes a definition or template, or does nothing if it says the same.
     *
     * @param version the one that is to be changed; null for whichever there is
     * @throws MonitorRefused if there is none, it cannot be so, or somebody else changed it
     */
    public DefinitionRow change(
            long id, String name, Draft draft, @Nullable Integer version, @Nullable String reason) {
        return store.change(
                        book -> {
                            DefinitionRow known = DefinitionRequirements.requireOwn(book, id);
                            if (version != null && version != known.version()) {
                                throw DefinitionRequirements.changed(known);
                            }
                            if (known.template()) {
                                requireChangeable(book, known, draft);
                            } else {
                                requireAllowed(book.definition(known, rules));
                                requireAllowed(Optional.of(read(book, name, draft)));
                                DefinitionRequirements.requireFree(book, known, name, draft);
                            }
                            NewDefinition now = said(name, known.template(), draft, reason);
                            return List.of(new DefinitionStore.Replace(id, now));
                        })
                .getFirst();
    }

    /**
     * Adds a template, or puts it in the place of the one of that name.
     *
     * @throws MonitorRefused if definitions that start from it could not be so any longer
     */
    public DefinitionRow putTemplate(String name, Draft draft, @Nullable String reason) {
        Optional<DefinitionRow> known = template(name);
        if (known.isPresent()) {
            return change(known.get().id(), name, draft, null, reason);
        }
        access.require(Verb.WRITE, Part.MONITORING, null);
        if (!DefinitionReader.isName(name)) {
            throw new MonitorRefused(
                    MonitorRefused.Reason.INVALID,
                    List.of(
                            new MonitorProblem(
                                    "monitor.name-wrong",
                                    "name",
                                    "That is no name of a template.",
                                    "Use letters, digits, . _ -")));
        }
        return store.change(_ -> List.of(new DefinitionStore.Add(said(name, true, draft, reason))))
                .getFirst();
    }

    /**
     * Removes definitions or templates, all or none.
     *
     * @throws MonitorRefused if one of them is not there, is stated by the estate file, or is a
     *     template that definitions start from
     */
    public void remove(Collection<Long> ids, @Nullable String reason) {
        store.change(book -> {
            List<DefinitionStore.Step> steps = new ArrayList<>();
            for (long id : ids) {
                DefinitionRow known = DefinitionRequirements.requireOwn(book, id);
                if (known.template()) {
                    access.require(Verb.WRITE, Part.MONITORING, null);
                    DefinitionRequirements.requireUnused(book, known);
                } else {
                    requireAllowed(book.definition(known, rules));
                }
                steps.add(new DefinitionStore.Remove(known, access.actor().label(), reason));
            }
            return steps;
        });
    }

    private NewDefinition said(
            String name, boolean template, Draft draft, @Nullable String reason) {
        return new NewDefinition(name, template, draft, null, 0, access.actor().label(), reason);
    }

    private MonitorDefinition read(DefinitionBook book, String name, Draft draft) {
        List<MonitorProblem> problems = new ArrayList<>();
        MonitorDefinition definition = null;
        switch (book.read(name, draft, rules)) {
            case Reading.Complete(MonitorDefinition complete) -> {
                definition = complete;
                problems.addAll(asset(complete));
                problems.addAll(rules.obstacles(complete));
                problems.addAll(questions.problems(complete));
            }
            case Reading.Refused(List<MonitorProblem> found) -> problems.addAll(found);
        }
        if (definition == null || !problems.isEmpty()) {
            throw new MonitorRefused(MonitorRefused.Reason.INVALID, problems);
        }
        return definition;
    }

    private List<MonitorProblem> asset(MonitorDefinition definition) {
        if (definition.q() != null) {
            return List.of();
        }
        String asset = Objects.requireNonNull(definition.asset());
        AssetPlaces.Place place = places.of(List.of(asset)).get(asset);
        if (place == null) {
            return List.of(
                    new MonitorProblem(
                            "asset.unknown",
                            Draft.ASSET,
                            "There is no asset " + asset + " on the map.",
                            "See /api/v1/assets, or tell of it by PUT /api/v1/assets/" + asset));
        }
        return definition.kind().isKnown() && place.host() == 0
                ? List.of(
                        new MonitorProblem(
                                "monitor.asset-wrong",
                                Draft.ASSET,
                                "%s is on no host, and the register answers for hosts alone."
                                        .formatted(asset),
                                "Name a host or what is on one, or give a query."))
                : List.of();
    }

    /** A template says something of all that starts from it, of which some may take more. */
    private void requireChangeable(DefinitionBook book, DefinitionRow template, Draft draft) {
        access.require(Verb.WRITE, Part.MONITORING, null);
        DefinitionBook changed = DefinitionRequirements.withTemplate(book, template, draft);
        DefinitionRequirements.requireStillReadable(changed, template, rules, questions);
        for (DefinitionRow row : book.startingFrom(template.name())) {
            requireAllowed(book.definition(row, rules));
            requireAllowed(changed.definition(row, rules));
        }
    }

    /** Of what nobody understands any more it is not known what it concerns. */
    private void requireAllowed(Optional<MonitorDefinition> definition) {
        definition
                .map(known -> DefinitionRights.of(known, environment(known)))
                .orElse(List.of(new DefinitionRights.Right(Verb.WRITE, null)))
                .forEach(right ->
                        access.require(right.verb(), Part.MONITORING, right.environment()));
    }

    private @Nullable String environment(MonitorDefinition definition) {
        return definition.q() == null
                ? environment(Objects.requireNonNull(definition.asset()))
                : null;
    }

    private @Nullable String environment(String asset) {
        Map<String, AssetPlaces.Place> known = places.of(List.of(asset));
        AssetPlaces.Place place = known.get(asset);
        return place == null
                ? null
                : Objects.requireNonNullElse(place.environment(), Environment.UNASSIGNED);
    }
}
