package dev.cadastre.server.topology.telling;

import dev.cadastre.server.estate.HostAddress;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.RelationType;
import dev.cadastre.server.topology.keeping.AssetEntry;
import dev.cadastre.server.topology.keeping.ToldAddresses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds all that is wrong with what is said of the map at once. Not thread-safe. */
final class StatementChecks {

    private static final String CORRECT = "Correct it; nothing was taken.";

    private final MapKnowledge known;
    private final boolean create;
    private final List<MapProblem> problems = new ArrayList<>();
    private final List<MapProblem> declared = new ArrayList<>();
    private final Map<AssetName, Placed> assets = new LinkedHashMap<>();
    private final List<Between> relations = new ArrayList<>();
    private final Map<AssetName, AssetName> addresses = new HashMap<>();
    private final Set<Optional<String>> written = new LinkedHashSet<>();

    /** Where an asset is, and what is said of it. */
    record Placed(AssetStatement said, @Nullable String environment) {}

    /** A relation by the names of its ends. */
    record Between(
            AssetName source, RelationType type, AssetName target, @Nullable String alternatives) {}

    /**
     * @param create whether assets that relations speak of need not be there
     */
    StatementChecks(MapKnowledge known, boolean create) {
        this.known = known;
        this.create = create;
    }

    /** What is said of assets, and those that relations speak of and that were not there. */
    Map<AssetName, Placed> assets() {
        return assets;
    }

    List<Between> relations() {
        return relations;
    }

    /** Takes what is said of an asset. */
    void asset(AssetStatement said) {
        AssetName name = AssetName.of(said.id()).orElse(null);
        if (name == null) {
            problem("asset.id-wrong", said.place(), idWrong(said.id()), CORRECT);
            return;
        }
        if (assets.containsKey(name)) {
            problem("asset.twice", said.place(), name + " is said twice.", CORRECT);
            return;
        }
        words(name, said);
        owner(name, said);
        String environment = environment(name, said);
        assets.put(name, new Placed(said, environment));
        written.add(Optional.ofNullable(environment));
        known.find(name).ifPresent(asset -> written.add(Optional.ofNullable(asset.environment())));
    }

    private static String idWrong(String id) {
        return "“%s” is no name of an asset, which is KIND:NAME without blanks and slashes and of at"
                        .formatted(id.substring(0, Math.min(id.length(), 100)))
                + " most "
                + AssetName.LIMIT
                + " characters.";
    }

    private void words(AssetName name, AssetStatement said) {
        String wrong = WordRules.line(said.title());
        if (wrong != null) {
            problem("asset.title-wrong", at(said, "title"), wrong, CORRECT);
        }
        WordRules.values(
                said.labels(),
                (key, sentence) ->
                        problem("asset.label-wrong", at(said, "labels." + key), sentence, CORRECT));
        WordRules.values(
                said.attributes(),
                (key, sentence) ->
                        problem(
                                "asset.attribute-wrong",
                                at(said, "attributes." + key),
                                sentence,
                                CORRECT));
        String listed = said.attributes().getOrDefault(ToldAddresses.ATTRIBUTE, "");
        ToldAddresses.words(listed).forEach(address -> address(name, said, address));
        if (name.kind().equals(AssetName.TEAM)) {
            known.declaredTeam(name.name())
                    .ifPresent(line ->
                            declared(
                                    said.place(),
                                    "The team %s is stated in %s, line %d."
                                            .formatted(name.name(), line.file(), line.line())));
        }
    }

    private void address(AssetName name, AssetStatement said, String address) {
        String place = at(said, "attributes." + ToldAddresses.ATTRIBUTE);
        String canonical = HostAddress.canonicalIp(address).orElse(null);
        if (canonical == null || onHost(name)) {
            problem(
                    "asset.address-wrong",
                    place,
                    canonical == null
                            ? "“" + address + "” is no IP address."
                            : "Addresses belong to hosts and things, not to what runs on a host.",
                    "Write addresses with blanks or commas between them.");
            return;
        }
        AssetName external = new AssetName(AssetName.EXTERNAL, canonical);
        AssetName other =
                Objects.requireNonNullElse(
                        addresses.putIfAbsent(external, name),
                        known.ownerOf(external).orElse(name));
        if (!other.equals(name)) {
            problem(
                    "asset.address-taken",
                    place,
                    canonical + " was said to belong to " + other + ".",
                    "Take it from that one first.");
        }
    }

    static boolean onHost(AssetName name) {
        return name.kind().equals(AssetName.SERVICE) || name.kind().equals(AssetName.DAEMON);
    }

    private void owner(AssetName name, AssetStatement said) {
        String owner = said.owner();
        if (owner == null) {
            return;
        }
        if (!known.isTeam(owner) && !assets.containsKey(new AssetName(AssetName.TEAM, owner))) {
            problem(
                    "team.unknown",
                    at(said, "owner"),
                    "There is no team " + owner + ".",
                    "Tell of it first: PUT /api/v1/teams/" + owner + ".");
        }
        known.declaredOwner(name)
                .ifPresent(line ->
                        declared(
                                at(said, "owner"),
                                "Who answers for %s is stated in %s, line %d."
                                        .formatted(name, line.file(), line.line())));
    }

    private @Nullable String environment(AssetName name, AssetStatement said) {
        String own = said.environment();
        if (own != null && !WordRules.isName(own)) {
            problem(
                    "asset.environment-wrong",
                    at(said, "environment"),
                    "“" + own + "” is no name of an environment.",
                    CORRECT);
            return null;
        }
        if (name.kind().equals(AssetName.APP) && name.place().isEmpty()) {
            problem(
                    "asset.environment-wrong",
                    at(said, "id"),
                    name + " does not say in which environment it is.",
                    "Call it " + name + "@ENVIRONMENT.");
            return null;
        }
        String told = placeOf(name);
        if (told != null && own != null && !told.equals(own)) {
            problem(
                    "asset.environment-wrong",
                    at(said, "environment"),
                    "%s is in %s, and not in %s.".formatted(name, told, own),
                    "Leave the environment out.");
        }
        return told == null ? own : told;
    }

    /** The environment that a name tells by itself, or by the host that it is on. */
    private @Nullable String placeOf(AssetName name) {
        return switch (name.kind()) {
            case AssetName.APP -> name.place().orElse(null);
            case AssetName.HOST, AssetName.SERVICE, AssetName.DAEMON ->
                    hostOf(name)
                            .flatMap(known::find)
                            .filter(host -> host.host() != 0)
                            .map(AssetEntry::environment)
                            .orElse(null);
            default -> null;
        };
    }

    static Optional<AssetName> hostOf(AssetName name) {
        return name.kind().equals(AssetName.HOST)
                ? Optional.of(name)
                : name.place().map(host -> new AssetName(AssetName.HOST, host));
    }

    /** Takes what is said of a relation, after all assets. */
    void relation(RelationStatement said) {
        AssetName source = end(said, "source", said.source());
        AssetName target = end(said, "target", said.target());
        String wrong = WordRules.line(said.alternatives());
        if (wrong != null) {
            problem("relation.alternatives-wrong", at(said, "alternatives"), wrong, CORRECT);
        }
        if (source == null || target == null) {
            return;
        }
        if (source.equals(target)) {
            problem(
                    "relation.to-itself",
                    said.place(),
                    source + " cannot be related to itself.",
                    CORRECT);
        } else if (!fits(said.type(), target)) {
            problem(
                    "relation.type-wrong",
                    said.place(),
                    "Nothing is %s %s.".formatted(said.type(), target),
                    "RUNS_ON leads to a host or thing, OWNED_BY to a team.");
        }
        relations.add(new Between(source, said.type(), target, said.alternatives()));
        written.add(Optional.ofNullable(changedBy(source, said.type(), target)));
    }

    private static boolean fits(RelationType type, AssetName target) {
        boolean team = target.kind().equals(AssetName.TEAM);
        return switch (type) {
            case OWNED_BY -> team;
            case RUNS_ON -> !team && !onHost(target);
            default -> true;
        };
    }

    /** A relation changes what needs the other end; its place is that of what needs. */
    private @Nullable String changedBy(AssetName source, RelationType type, AssetName target) {
        return type.dependent() == RelationType.Dependent.TO ? where(target) : where(source);
    }

    private @Nullable String where(AssetName name) {
        Placed said = assets.get(name);
        return said != null
                ? said.environment()
                : known.find(name).map(AssetEntry::environment).orElse(null);
    }

    private @Nullable AssetName end(RelationStatement said, String field, String text) {
        AssetName name = AssetName.of(text).orElse(null);
        if (name == null) {
            problem("asset.id-wrong", at(said, field), idWrong(text), CORRECT);
            return null;
        }
        if (assets.containsKey(name) || known.visible(name).isPresent()) {
            return name;
        }
        if (name.kind().equals(AssetName.TEAM) && known.declaredTeam(name.name()).isPresent()) {
            // Teams of the estate are on the map once something is said of them.
            assets.put(name, new Placed(AssetStatement.bare(name, null), null));
            return name;
        }
        if (create && known.find(name).isEmpty()) {
            asset(AssetStatement.bare(name, null));
            return name;
        }
        problem(
                "asset.unknown",
                at(said, field),
                "There is no asset " + name + ".",
                "Correct the name, or tell of the asset first, or add create=true.");
        return null;
    }

    private static String at(AssetStatement said, String field) {
        return said.place().isEmpty() ? field : said.place() + "." + field;
    }

    private static String at(RelationStatement said, String field) {
        return said.place().isEmpty() ? field : said.place() + "." + field;
    }

    private void problem(String code, String place, String message, String remedy) {
        problem(new MapProblem(code, place, message, remedy));
    }

    /** Takes what is wrong otherwise. */
    void problem(MapProblem problem) {
        problems.add(problem);
    }

    private void declared(String place, String message) {
        declared.add(
                new MapProblem(
                        "map.declared",
                        place,
                        message,
                        "Edit that line; the server reads the file again when it is saved."));
    }

    /**
     * Makes sure that the actor may say all of it, and that nothing is wrong.
     *
     * @throws MapRefused with all that is wrong
     */
    void require() {
        written.forEach(environment -> known.requireWrite(environment.orElse(null)));
        if (!problems.isEmpty()) {
            problems.addAll(declared);
            throw new MapRefused(MapRefused.Reason.INVALID, problems);
        }
        if (!declared.isEmpty()) {
            throw new MapRefused(MapRefused.Reason.DECLARED, declared);
        }
    }
}
