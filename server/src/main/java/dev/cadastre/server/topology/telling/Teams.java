package dev.cadastre.server.topology.telling;

import dev.cadastre.ini.Origin;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.topology.AssetLifecycle;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.keeping.AssetBook;
import dev.cadastre.server.topology.keeping.AssetEntry;
import dev.cadastre.server.topology.keeping.Told;
import dev.cadastre.server.topology.keeping.ToldBook;
import dev.cadastre.server.topology.reading.Titles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/**
 * Teams: those of the estate, which only the estate changes, and others that people or tools tell
 * of. Whoever may read the map may know them all, for one calls them. Thread-safe.
 */
@NamedInterface("telling")
@Service
public class Teams {

    private static final String PREFIX = AssetName.TEAM + ":";

    private final Estate estate;
    private final AssetBook book;
    private final ToldBook told;
    private final AssetChanges assets;
    private final List<TeamContactCheck> checks;

    Teams(
            Estate estate,
            AssetBook book,
            ToldBook told,
            AssetChanges assets,
            List<TeamContactCheck> checks) {
        this.estate = estate;
        this.book = book;
        this.told = told;
        this.assets = assets;
        this.checks = List.copyOf(checks);
    }

    /** All by name. */
    public List<MapTeam> all() {
        NavigableMap<String, MapTeam> all = new TreeMap<>();
        book.after(
                PREFIX,
                asset -> {
                    if (asset.is(AssetName.TEAM)) {
                        all.put(asset.name().name(), told(asset));
                    }
                    return asset.is(AssetName.TEAM);
                });
        estate.model()
                .teams()
                .forEach((name, team) ->
                        all.put(name, new MapTeam(name, name, team.contacts(), team.origin())));
        return List.copyOf(all.values());
    }

    private MapTeam told(AssetEntry asset) {
        Told said = told.of(asset.number());
        return new MapTeam(
                asset.name().name(),
                Titles.of(asset, said.titleInForce()),
                said.attributes(),
                null);
    }

    /** The one of that name. */
    public Optional<MapTeam> named(String name) {
        return all().stream().filter(team -> team.name().equals(name)).findFirst();
    }

    /**
     * Makes this how a team is reached. Takes writing in all environments.
     *
     * @param contacts as the estate file would say them
     * @throws MapRefused if there cannot be such a team, or the estate states it
     */
    public void put(String name, @Nullable String title, Map<String, String> contacts) {
        if (!WordRules.isName(name)) {
            throw new MapRefused(
                    MapRefused.Reason.INVALID,
                    "team.name-wrong",
                    "“" + name + "” is no name of a team.",
                    "Use letters, digits, “.”, “_” and “-”.");
        }
        assets.put(
                List.of(
                        new AssetStatement(
                                "",
                                PREFIX + name,
                                title,
                                null,
                                AssetLifecycle.LIVE,
                                Map.of(),
                                contacts,
                                null)),
                List.of(),
                problems(name, contacts));
    }

    private List<MapProblem> problems(String name, Map<String, String> contacts) {
        Set<String> names = all().stream().map(MapTeam::name).collect(Collectors.toSet());
        names.add(name);
        return checks.stream()
                .flatMap(check -> check.problems(name, contacts, names).stream())
                .toList();
    }

    /**
     * Removes a team that answers for nothing.
     *
     * @throws MapRefused if there is none, the estate states it, or it answers for something
     */
    public void remove(String name) {
        Optional.ofNullable(estate.model().teams().get(name))
                .ifPresent(team -> {
                    throw declared(name, team.origin());
                });
        List<String> owned = owned(name);
        if (!owned.isEmpty()) {
            throw new MapRefused(
                    MapRefused.Reason.CONFLICT,
                    "team.used",
                    "The team %s answers for %s.".formatted(name, TellingEvents.some(owned)),
                    "Name another owner of these first.");
        }
        assets.remove(PREFIX + name);
    }

    private static MapRefused declared(String name, Origin line) {
        return new MapRefused(
                MapRefused.Reason.DECLARED,
                "map.declared",
                "The team %s is stated in %s, line %d.".formatted(name, line.file(), line.line()),
                "Edit that line; the server reads the file again when it is saved.");
    }

    private List<String> owned(String name) {
        List<String> owned = new ArrayList<>();
        told.each((number, said) -> {
            AssetEntry asset = book.find(number);
            if (asset != null && name.equals(said.ownerInForce())) {
                owned.add(asset.name().toString());
            }
        });
        return owned.stream().sorted().toList();
    }
}
