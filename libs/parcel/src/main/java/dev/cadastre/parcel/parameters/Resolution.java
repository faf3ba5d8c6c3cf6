package dev.cadastre.parcel.parameters;

import dev.cadastre.ini.Quoted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lays values over each other, once. For one thread. */
final class Resolution {

    private final List<ParameterSchema> schemas;
    private final List<Layer> layers;
    private final Sources sources;
    private final SortedMap<String, StatedParameter> stated;
    private final Map<String, List<Candidate>> candidates = new TreeMap<>();
    private final List<Candidate> fromSources = new ArrayList<>();
    private final Map<String, Candidate> defaults = new TreeMap<>();
    private final Map<String, String> told = new TreeMap<>();
    private final Set<String> wrong = new HashSet<>();
    private final ValueProblems problems = new ValueProblems();

    Resolution(List<ParameterSchema> schemas, List<Layer> layers, Sources sources) {
        this.schemas = schemas;
        this.layers = layers;
        this.sources = sources;
        stated = StatedParameter.of(schemas);
        stated.keySet().forEach(name -> candidates.put(name, new ArrayList<>()));
    }

    ParameterValuesReading resolve() {
        for (Layer layer : layers) {
            read(layer);
        }
        stated.values().forEach(this::below);
        checkEach("what values are taken from", fromSources);
        checkEach("the defaults", defaults.values());
        checkTogether();
        return problems.list().isEmpty()
                ? new ParameterValuesReading(Optional.of(values()), List.of())
                : new ParameterValuesReading(Optional.empty(), problems.list());
    }

    /** What is wrong is wrong, even if a higher layer has something else. */
    private void read(Layer layer) {
        int before = problems.count();
        List<Candidate> read = new ArrayList<>();
        layer.values()
                .forEach((name, given) -> {
                    StatedParameter parameter = stated.get(name);
                    if (parameter != null) {
                        candidate(parameter, layer.name(), given).ifPresent(read::add);
                    } else if (!layer.hasOthers()) {
                        problems.unknown(name, given.origin(), stated.keySet());
                    }
                });
        checkEach(layer.name(), read);
        problems.order(before);
        read.forEach(candidate -> candidates(candidate.stated()).add(0, candidate));
    }

    private List<Candidate> candidates(StatedParameter parameter) {
        return candidates.computeIfAbsent(parameter.parameter().name(), name -> new ArrayList<>());
    }

    private Optional<Candidate> candidate(StatedParameter stated, String layer, Given given) {
        try {
            Value value = given.read(stated.parameter());
            return Optional.of(new Candidate(stated, value, layer, given.origin()));
        } catch (IllegalArgumentException e) {
            wrong.add(stated.parameter().name());
            String reason = Optional.ofNullable(e.getMessage()).orElse("");
            problems.type(stated.parameter(), layer, given, reason);
            return Optional.empty();
        }
    }

    private void checkEach(String layer, Collection<Candidate> read) {
        if (read.isEmpty()) {
            return;
        }
        Map<String, Candidate> byName = new TreeMap<>();
        read.forEach(candidate -> byName.put(candidate.name(), candidate));
        Set<List<String>> told = new HashSet<>();
        try {
            for (ParameterSchema schema : schemas) {
                for (Violation violation : schema.checks().each(json(byName))) {
                    Candidate candidate = byName.get(violation.path().get(0));
                    if (candidate != null && told.add(key(candidate, violation))) {
                        problems.misfit(candidate, violation);
                    }
                }
            }
        } catch (Validator.TooMuch e) {
            problems.tooLarge(read.iterator().next().origin(), layer);
        }
    }

    /** A schema and its base may well say the same. */
    private static List<String> key(Candidate candidate, Violation violation) {
        return List.of(candidate.name(), violation.message());
    }

    private static ObjectNode json(Map<String, Candidate> values) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        values.forEach((name, candidate) -> json.set(name, Values.json(candidate.value())));
        return json;
    }

    /** What schemas say comes below all layers, the parcel's own above that of its bases. */
    private void below(StatedParameter parameter) {
        List<Candidate> found = candidates(parameter);
        for (StatedParameter.Statement statement : parameter.statements()) {
            Parameter says = statement.parameter();
            if (found.isEmpty() && !wrong.contains(says.name())) {
                says.from()
                        .flatMap(from -> taken(parameter, from))
                        .ifPresent(value -> add(value, found, fromSources));
            }
            Origin origin = new Origin(statement.file(), says.line());
            says.defaultValue()
                    .map(value -> new Candidate(parameter, value, "default", origin))
                    .ifPresent(value -> addDefault(value, found));
        }
    }

    private static void add(Candidate candidate, List<Candidate> found, List<Candidate> checked) {
        found.add(candidate);
        checked.add(candidate);
    }

    /** A default of a base need not fit what is stricter, and has a default of its own. */
    private void addDefault(Candidate candidate, List<Candidate> found) {
        found.add(candidate);
        defaults.putIfAbsent(candidate.name(), candidate);
    }

    private Optional<Candidate> taken(StatedParameter parameter, Source from) {
        Optional<Given> given = ask(parameter.parameter().name(), from);
        if (given.isEmpty()) {
            told.put(parameter.parameter().name(), "; %s told nothing".formatted(from));
        }
        return given.flatMap(value -> candidate(parameter, from.toString(), value));
    }

    private Optional<Given> ask(String name, Source from) {
        if (from instanceof Source.Fact fact) {
            return sources.fact(fact.name());
        }
        if (from instanceof Source.Estate estate) {
            return sources.estate(estate.key());
        }
        if (from instanceof Source.Provider provider) {
            return sources.requirement(provider.binding(), provider.key());
        }
        return from instanceof Source.Generated generated
                ? Optional.of(sources.generated(name, generated.length()))
                : Optional.empty();
    }

    private void checkTogether() {
        Map<String, Candidate> counting = new TreeMap<>();
        candidates.forEach((name, found) ->
                found.stream().findFirst().ifPresent(first -> counting.put(name, first)));
        ObjectNode json = json(counting);
        Set<String> missing = new HashSet<>();
        for (ParameterSchema schema : schemas) {
            try {
                for (Violation violation : schema.checks().all(json)) {
                    tellTogether(schema, violation, counting, missing);
                }
            } catch (Validator.TooMuch e) {
                problems.tooLarge(new Origin(schema.file(), 0), "all layers");
            }
        }
    }

    /** With a value that is wrong, what others are to be beside it is anybody's guess. */
    private void tellTogether(
            ParameterSchema schema,
            Violation violation,
            Map<String, Candidate> counting,
            Set<String> missing) {
        Origin line = new Origin(schema.file(), schema.checks().line(violation.schemaPath()));
        if (violation.isMissing()) {
            String name = violation.member().orElse("");
            if (!wrong.contains(name) && missing.add(name)) {
                tellMissing(name, line);
            }
        } else if (wrong.isEmpty()) {
            Candidate at =
                    violation.path().isEmpty() ? null : counting.get(violation.path().get(0));
            if (at == null) {
                problems.together(line, violation);
            } else {
                problems.misfit(at, violation);
            }
        }
    }

    private void tellMissing(String name, Origin line) {
        StatedParameter parameter = stated.get(name);
        problems.missing(
                parameter == null ? Quoted.of(name) : name,
                parameter == null ? line : parameter.origin(),
                parameter == null
                        ? ": it is required, and no parameter is called so"
                        : told.getOrDefault(name, ""),
                layers.stream().map(Layer::name).toList());
    }

    private ParameterValues values() {
        SortedMap<String, EffectiveValue> values = new TreeMap<>();
        candidates.forEach((name, found) -> {
            if (!found.isEmpty()) {
                values.put(name, effective(found));
            }
        });
        return new ParameterValues(values);
    }

    private static EffectiveValue effective(List<Candidate> found) {
        Candidate first = found.get(0);
        return new EffectiveValue(
                first.stated().parameter(),
                first.value(),
                first.layer(),
                first.origin(),
                found.stream().skip(1).map(Candidate::overridden).toList());
    }
}
