package dev.cadastre.server.topology.query;

import dev.cadastre.query.Field;
import dev.cadastre.query.Names;
import dev.cadastre.query.Problem;
import dev.cadastre.query.Query;
import dev.cadastre.query.Wanted;
import dev.cadastre.server.search.Division;
import dev.cadastre.server.search.QueryField;
import dev.cadastre.server.search.QueryMoment;
import dev.cadastre.server.search.QueryRefused;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.AssetOwner;
import dev.cadastre.server.topology.keeping.AssetBook;
import dev.cadastre.server.topology.keeping.AssetEntry;
import dev.cadastre.server.topology.reading.Owners;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** Hosts by the team that answers for them. Thread-safe. */
@Component
class OwnerField implements QueryField {

    private static final Field FIELD =
            Field.named("owner", "the team that answers for the host; known for now")
                    .withNames(Names.OPEN)
                    .withExample("owner:platform");

    private static final int OFFERED = 50;

    private final AssetBook book;
    private final Owners owners;

    OwnerField(AssetBook book, Owners owners) {
        this.book = book;
        this.owners = owners;
    }

    @Override
    public Field field() {
        return FIELD;
    }

    @Override
    public RoaringBitmap matching(Query.Match match, QueryMoment moment) {
        if (moment.at() != null) {
            throw new QueryRefused(
                    new Problem(
                            "query.now-only",
                            match.place(),
                            "owners are known for now only; leave it out, or ask without a moment",
                            null));
        }
        RoaringBitmap found = new RoaringBitmap();
        byTeam().forEach((team, hosts) -> {
            if (match.names().stream().anyMatch(name -> name.matches(team))) {
                found.or(hosts);
            }
        });
        return found;
    }

    private Map<String, RoaringBitmap> byTeam() {
        List<AssetEntry> hosts = new ArrayList<>();
        book.each(asset -> {
            if (asset.is(AssetName.HOST) && asset.host() != 0) {
                hosts.add(asset);
            }
        });
        Map<Integer, AssetOwner> owned = owners.of(hosts);
        Map<String, RoaringBitmap> teams = new HashMap<>();
        for (AssetEntry host : hosts) {
            AssetOwner owner = owned.get(host.number());
            if (owner != null) {
                teams.computeIfAbsent(owner.team(), _ -> new RoaringBitmap()).add(host.host());
            }
        }
        return teams;
    }

    @Override
    public List<String> values(Wanted.Value wanted, RoaringBitmap visible) {
        return byTeam().entrySet().stream()
                .filter(team -> team.getKey().startsWith(wanted.prefix()))
                .filter(team -> RoaringBitmap.intersects(team.getValue(), visible))
                .map(Map.Entry::getKey)
                .sorted()
                .limit(OFFERED)
                .toList();
    }

    @Override
    public Optional<Map<String, RoaringBitmap>> divide(Division division, QueryMoment moment) {
        return moment.at() == null ? Optional.of(byTeam()) : Optional.empty();
    }
}
