package dev.cadastre.server.topology.reading;

import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.Environment;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.estate.EstateModel;
import dev.cadastre.server.estate.Team;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.AssetOwner;
import dev.cadastre.server.topology.RelationType;
import dev.cadastre.server.topology.graph.AssetGraph;
import dev.cadastre.server.topology.graph.GraphView;
import dev.cadastre.server.topology.keeping.AssetBook;
import dev.cadastre.server.topology.keeping.AssetEntry;
import dev.cadastre.server.topology.keeping.ToldBook;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Finds whom to call for an asset, as things are now: the team that is named for it; else that of
 * what it is a part of, then that of what provides it, then that of what it runs on. Thread-safe.
 */
@Component
public class Owners {

    /** In the order in which an owner is inherited. */
    private static final List<RelationType> INHERITED =
            List.of(RelationType.MEMBER_OF, RelationType.PROVIDES, RelationType.RUNS_ON);

    private static final int FARTHEST = 200;

    private final Estate estate;
    private final AssetBook book;
    private final AssetGraph graph;
    private final ToldBook told;

    Owners(Estate estate, AssetBook book, AssetGraph graph, ToldBook told) {
        this.estate = estate;
        this.book = book;
        this.graph = graph;
        this.told = told;
    }

    /** Whom to call for assets, by their numbers; without those that nobody answers for. */
    public Map<Integer, AssetOwner> of(Collection<AssetEntry> assets) {
        EstateModel model = estate.model();
        GraphView view = graph.view();
        Map<Integer, Optional<AssetOwner>> own = new HashMap<>();
        Map<Integer, AssetOwner> owners = new HashMap<>();
        for (AssetEntry asset : assets) {
            find(asset, view, model, own).ifPresent(owner -> owners.put(asset.number(), owner));
        }
        return owners;
    }

    private Optional<AssetOwner> find(
            AssetEntry asset,
            GraphView view,
            EstateModel model,
            Map<Integer, Optional<AssetOwner>> own) {
        Deque<AssetEntry> next = new ArrayDeque<>(List.of(asset));
        Set<Integer> known = new HashSet<>(Set.of(asset.number()));
        while (!next.isEmpty() && known.size() < FARTHEST) {
            AssetEntry one = next.removeFirst();
            Optional<AssetOwner> owner =
                    own.computeIfAbsent(one.number(), _ -> own(one, view, model));
            if (owner.isPresent()) {
                return owner.map(found -> inherited(found, one, asset));
            }
            above(one, view)
                    .forEach(other -> {
                        if (known.add(other.number())) {
                            next.add(other);
                        }
                    });
        }
        return Optional.empty();
    }

    private static AssetOwner inherited(AssetOwner owner, AssetEntry from, AssetEntry asset) {
        return from.number() == asset.number()
                ? owner
                : new AssetOwner(owner.team(), owner.contacts(), owner.reason(), from.name());
    }

    /** What an asset has its owner from, the nearest first. */
    private List<AssetEntry> above(AssetEntry asset, GraphView view) {
        Map<RelationType, List<Integer>> found = new HashMap<>();
        view.forEachRelation(
                asset.number(),
                (from, type, to, _, _) -> {
                    boolean upwards =
                            type == RelationType.PROVIDES
                                    ? to == asset.number()
                                    : from == asset.number();
                    if (upwards) {
                        found.computeIfAbsent(type, _ -> new ArrayList<>())
                                .add(type == RelationType.PROVIDES ? from : to);
                    }
                });
        List<AssetEntry> above = new ArrayList<>();
        INHERITED.forEach(type -> above.addAll(book.find(found.getOrDefault(type, List.of()))));
        // What ended has no relations any more, and is on its host all the same.
        book.host(asset).ifPresent(above::add);
        return above;
    }

    private Optional<AssetOwner> own(AssetEntry asset, GraphView view, EstateModel model) {
        return told.owner(asset.number())
                .map(team -> owner(team, "It was named for " + asset.name() + ".", model))
                .or(() -> related(asset, view, model))
                .or(() -> declared(asset, model));
    }

    private Optional<AssetOwner> related(AssetEntry asset, GraphView view, EstateModel model) {
        List<Integer> teams = new ArrayList<>();
        view.forEachFrom(
                asset.number(),
                (_, type, to, _, _) -> {
                    if (type == RelationType.OWNED_BY) {
                        teams.add(to);
                    }
                });
        return book.find(teams).stream()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .findFirst()
                .map(team ->
                        owner(
                                team.name().name(),
                                "A relation says that it owns " + asset.name() + ".",
                                model));
    }

    private Optional<AssetOwner> declared(AssetEntry asset, EstateModel model) {
        if (!asset.is(AssetName.HOST)) {
            return Optional.empty();
        }
        DeclaredHost host = model.hosts().get(asset.name().name());
        if (host != null && host.owner() != null) {
            return Optional.of(
                    owner(host.owner(), "The estate names it for " + asset.name() + ".", model));
        }
        Environment environment =
                asset.environment() == null ? null : model.environments().get(asset.environment());
        return environment == null || environment.owner() == null
                ? Optional.empty()
                : Optional.of(
                        owner(
                                environment.owner(),
                                "The estate names it for the environment "
                                        + environment.name()
                                        + ".",
                                model));
    }

    private AssetOwner owner(String team, String reason, EstateModel model) {
        return new AssetOwner(team, contacts(team, model), reason, null);
    }

    /** How to reach a team. */
    Map<String, String> contacts(String team) {
        return contacts(team, estate.model());
    }

    private Map<String, String> contacts(String team, EstateModel model) {
        Team declared = model.teams().get(team);
        if (declared != null) {
            return declared.contacts();
        }
        return book.find(new AssetName(AssetName.TEAM, team))
                .map(entry -> told.of(entry.number()).attributes())
                .orElse(Map.of());
    }
}
