package dev.cadastre.server.topology.telling;

import dev.cadastre.ini.Origin;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.estate.HostView;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.keeping.Aliases;
import dev.cadastre.server.topology.keeping.AssetBook;
import dev.cadastre.server.topology.keeping.AssetEntry;
import dev.cadastre.server.topology.reading.Visibility;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is known that something said of the map is held against. Thread-safe. */
@Component
class MapKnowledge {

    private final Estate estate;
    private final AssetBook book;
    private final Visibility visibility;
    private final Aliases aliases;
    private final Access access;

    MapKnowledge(
            Estate estate, AssetBook book, Visibility visibility, Aliases aliases, Access access) {
        this.estate = estate;
        this.book = book;
        this.visibility = visibility;
        this.aliases = aliases;
        this.access = access;
    }

    /** The asset of that name; one that the actor may not see is not there. */
    Optional<AssetEntry> visible(AssetName name) {
        return book.find(name)
                .filter(asset -> visibility.visible(asset, access.reach(Verb.READ, Part.TOPOLOGY)));
    }

    /** The asset of that name, whoever asks. */
    Optional<AssetEntry> find(AssetName name) {
        return book.find(name);
    }

    /** The asset that an address was said to belong to; empty if that was not said. */
    Optional<AssetName> ownerOf(AssetName external) {
        AssetName real = aliases.real(external);
        return real.equals(external) ? Optional.empty() : Optional.of(real);
    }

    boolean isTeam(String name) {
        return estate.model().teams().containsKey(name)
                || book.find(new AssetName(AssetName.TEAM, name)).isPresent();
    }

    /** Where the estate states a team. */
    Optional<Origin> declaredTeam(String name) {
        return Optional.ofNullable(estate.model().teams().get(name)).map(team -> team.origin());
    }

    /** Where the estate states who answers for an asset. */
    Optional<Origin> declaredOwner(AssetName name) {
        if (!name.kind().equals(AssetName.HOST)) {
            return Optional.empty();
        }
        DeclaredHost host = estate.model().hosts().get(name.name());
        return host == null || !host.isInFile() || host.owner() == null
                ? Optional.empty()
                : Optional.of(ownerLine(host, estate.model().view(host.name())));
    }

    private static Origin ownerLine(DeclaredHost host, @Nullable HostView view) {
        return view == null
                ? host.origin()
                : view.values().stream()
                        .filter(shown -> shown.key().equals("owner"))
                        .map(HostView.Shown::origin)
                        .findFirst()
                        .orElse(host.origin());
    }

    /**
     * Makes sure that the actor may change the map there.
     *
     * @param environment null for what lies in none, which takes writing in all
     */
    void requireWrite(@Nullable String environment) {
        access.require(Verb.WRITE, Part.TOPOLOGY, environment);
    }

    /** How the actor is written in lists. */
    String actor() {
        return access.actor().label();
    }

    /** Adds a line about the actor to the audit list. */
    void audit(String action, String subject, @Nullable String environment) {
        access.audit(action, subject, environment, "done");
    }
}
