package dev.cadastre.cli.instance;

import dev.cadastre.cli.change.Problems;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.parcel.Requirement;
import dev.cadastre.parcel.definition.ParcelDefinition;
import dev.cadastre.parcel.parameters.EffectiveValue;
import dev.cadastre.parcel.parameters.Given;
import dev.cadastre.parcel.parameters.Layer;
import dev.cadastre.parcel.parameters.Layers;
import dev.cadastre.parcel.parameters.Origin;
import dev.cadastre.parcel.parameters.ParameterValues;
import dev.cadastre.parcel.parameters.ParameterValuesReading;
import dev.cadastre.parcel.parameters.Passwords;
import dev.cadastre.parcel.parameters.Sources;
import dev.cadastre.parcel.parameters.Value;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Determines the values of apps that are tried beside each other, one after the other: each on
 * ports that are free, and for this machine alone where it can be told to be. For one instance.
 */
final class LocalValues {

    private static final String LAYER = "a trial";
    private static final int PASSWORD_LENGTH = 32;
    private static final Set<String> EVERYWHERE =
            Set.of("0.0.0.0", "::", "[::]", "*", "0.0.0.0 ::");

    private final Map<String, String> facts;
    private final Passwords passwords;
    private final Set<Integer> busy;
    private final IntFunction<Optional<String>> holders;
    private final Map<String, TriedApp> apps = new HashMap<>();

    /**
     * On a machine.
     *
     * @param facts of it
     * @param busy ports on which something listens
     * @param holders tells who does
     */
    LocalValues(
            Map<String, String> facts,
            Passwords passwords,
            Collection<Integer> busy,
            IntFunction<Optional<String>> holders) {
        this.facts = Map.copyOf(facts);
        this.passwords = passwords;
        this.busy = new TreeSet<>(busy);
        this.holders = holders;
    }

    /**
     * The next one; those that it is bound to came before.
     *
     * @param given by files and the command line
     * @throws Failure if something is wrong, with all of it
     */
    TriedApp add(TriedParcel parcel, List<Layer> given) {
        Map<String, String> own = new HashMap<>();
        Map<String, Map<String, String>> told = told(parcel, own);
        Sources sources = new LocalSources(facts, told, new HashMap<>(), passwords);
        ParameterValues values = values(parcel, given, sources);
        Map<String, String> all = texts(parcel, told, values);
        Set<String> secrets = new HashSet<>(own.values());
        values.values().values().stream()
                .filter(value -> value.parameter().secret())
                .forEach(value -> secrets.add(value.text()));
        secrets.remove("");
        TriedApp app = new TriedApp(parcel, all, secrets, own);
        busy.addAll(app.ports());
        apps.put(app.name(), app);
        return app;
    }

    private Map<String, Map<String, String>> told(TriedParcel parcel, Map<String, String> own) {
        Map<String, Map<String, String>> told = new HashMap<>();
        Map<String, Requirement> requires = parcel.contents().definition().requires();
        parcel.bindings()
                .forEach((binding, name) -> {
                    TriedApp provider = apps.get(name);
                    Requirement requirement = requires.get(binding);
                    if (provider != null && requirement != null) {
                        String password = passwords.next(PASSWORD_LENGTH);
                        own.put(binding, password);
                        told.put(binding, tell(provider, requirement, parcel.name(), password));
                    }
                });
        return told;
    }

    private static Map<String, String> tell(
            TriedApp provider, Requirement requirement, String consumer, String password) {
        try {
            return provider.tell(requirement, consumer, password);
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    Failure.Kind.NO,
                    "%s cannot tell what %s needs: %s"
                            .formatted(provider, consumer, e.getMessage()),
                    e,
                    "Have its parcel state a value for it.");
        }
    }

    private ParameterValues values(TriedParcel parcel, List<Layer> given, Sources sources) {
        ParameterValues first = require(parcel, resolve(parcel, Map.of(), given, sources));
        ParcelDefinition definition = parcel.contents().definition();
        PortChoice ports = PortChoice.of(TriedApp.portNames(definition), first, busy);
        refuseTaken(parcel, ports);
        Map<String, Given> other = new TreeMap<>();
        ports.chosen().forEach((name, port) -> other.put(name, value(Integer.toString(port))));
        Map<String, Given> closed = new TreeMap<>(other);
        first.values().values().stream()
                .filter(LocalValues::isEverywhere)
                .forEach(one -> closed.put(one.parameter().name(), value(LocalHost.ADDRESS)));
        // Not each schema allows that address; then it listens where it would.
        return resolve(parcel, closed, given, sources)
                .values()
                .orElseGet(() -> require(parcel, resolve(parcel, other, given, sources)));
    }

    private static boolean isEverywhere(EffectiveValue value) {
        return value.parameter().name().endsWith("address")
                && value.layer().equals("default")
                && EVERYWHERE.contains(value.text());
    }

    private static Given value(String text) {
        return Given.text(text, new Origin(LAYER, 0));
    }

    private static ParameterValuesReading resolve(
            TriedParcel parcel, Map<String, Given> trial, List<Layer> given, Sources sources) {
        Layers layers = Layers.of(parcel.contents().schemas().reversed());
        layers = layers.with(Layer.of(LAYER, trial));
        for (Layer layer : given) {
            layers = layers.with(layer);
        }
        return layers.resolve(sources);
    }

    private static ParameterValues require(TriedParcel parcel, ParameterValuesReading reading) {
        new Problems()
                .add(reading.problems())
                .require("What " + parcel.name() + " is given", "used", Failure.Kind.NO);
        return reading.values().orElseThrow();
    }

    private void refuseTaken(TriedParcel parcel, PortChoice ports) {
        List<String> taken =
                ports.taken().entrySet().stream()
                        .map(one ->
                                "%s = %d: %s"
                                        .formatted(
                                                one.getKey(),
                                                one.getValue(),
                                                holders.apply(one.getValue())
                                                        .map(who -> who + " listens there")
                                                        .orElse("something listens there")))
                        .toList();
        if (!taken.isEmpty()) {
            throw new Failure(
                    Failure.Kind.NO,
                    "Ports of %s are not free".formatted(parcel.name()),
                    concat(taken, "Give others by -p, or none, and free ones are taken."));
        }
    }

    private static List<String> concat(List<String> lines, String last) {
        return Stream.concat(lines.stream(), Stream.of(last)).toList();
    }

    /** A parameter counts before what else has its name. */
    private static Map<String, String> texts(
            TriedParcel parcel, Map<String, Map<String, String>> told, ParameterValues values) {
        Map<String, String> all = new TreeMap<>();
        told.forEach((binding, keys) -> {
            all.put(binding + ".count", "1");
            keys.forEach((key, text) -> {
                all.put(binding + "." + key, text);
                all.put(binding + ".0." + key, text);
            });
        });
        all.put("app", parcel.name());
        all.put("parcel", parcel.name());
        all.put("version", parcel.version());
        all.put("environment", "try");
        all.put("host", LocalHost.NAME);
        all.put("address", LocalHost.ADDRESS);
        all.putAll(values.texts());
        values.values().forEach((name, value) -> members(name, value.value(), all));
        return all;
    }

    private static void members(String name, Value value, Map<String, String> to) {
        if (value instanceof Value.Items(List<Value> members)) {
            to.put(name + ".count", Integer.toString(members.size()));
            for (int i = 0; i < members.size(); i++) {
                to.put(name + "." + i, members.get(i).text());
            }
        }
    }
}
