package dev.cadastre.server.topology.telling;

import dev.cadastre.server.topology.Evidence;
import dev.cadastre.server.topology.Origin;
import dev.cadastre.server.topology.graph.AssetGraph;
import dev.cadastre.server.topology.joining.SocketMap;
import dev.cadastre.server.topology.keeping.AssetBook;
import dev.cadastre.server.topology.keeping.AssetEntry;
import dev.cadastre.server.topology.keeping.KnownAliases;
import dev.cadastre.server.topology.keeping.MapTurn;
import dev.cadastre.server.topology.keeping.MapWriter;
import dev.cadastre.server.topology.keeping.RelationKey;
import dev.cadastre.server.topology.keeping.RelationRow;
import dev.cadastre.server.topology.keeping.RelationRows;
import dev.cadastre.server.topology.keeping.StatementTable;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Lets assets become others, and has sockets looked at again that spoke of them. In a turn. */
@Component
class Absorption {

    private final AssetBook book;
    private final AssetGraph graph;
    private final RelationRows rows;
    private final StatementTable statements;
    private final ToldRelations relations;
    private final MapWriter writer;
    private final KnownAliases aliases;
    private final SocketMap sockets;

    Absorption(
            AssetBook book,
            AssetGraph graph,
            RelationRows rows,
            StatementTable statements,
            ToldRelations relations,
            MapWriter writer,
            KnownAliases aliases,
            SocketMap sockets) {
        this.book = book;
        this.graph = graph;
        this.rows = rows;
        this.statements = statements;
        this.relations = relations;
        this.writer = writer;
        this.aliases = aliases;
        this.sockets = sockets;
    }

    /** Ends an asset, and says of another one what was said of its relations. */
    void absorb(AssetEntry gone, AssetEntry into, Instant now) {
        Set<Integer> hosts = around(List.of(gone, into));
        List<RelationRow> said =
                rows.around(List.of(gone.number()), null).stream()
                        .filter(row -> !row.state().told().isEmpty())
                        .toList();
        Map<RelationKey, List<Evidence>> evidence =
                statements.of(said.stream().map(RelationRow::key).toList());
        for (RelationRow row : said) {
            RelationKey key = moved(row.key(), gone.number(), into.number());
            for (Evidence one : evidence.getOrDefault(row.key(), List.of())) {
                Origin origin = one.origin();
                if (origin != null && key.source() != key.target()) {
                    String alternatives = row.state().told().getOrDefault(origin, "");
                    relations.say(Map.of(key, alternatives), origin, one.by(), now);
                }
            }
        }
        end(List.of(gone), now);
        lookAgain(hosts);
    }

    private static RelationKey moved(RelationKey key, int from, int to) {
        return new RelationKey(
                key.source() == from ? to : key.source(),
                key.type(),
                key.target() == from ? to : key.target());
    }

    /** Ends assets with all that is said of them. */
    void end(Collection<AssetEntry> gone, Instant now) {
        List<Integer> numbers = gone.stream().map(AssetEntry::number).toList();
        statements.forget(numbers);
        writer.retire(numbers, now);
    }

    /** Has names learnt, and the parts of the map looked at again that hosts make. */
    void lookAgain(Set<Integer> hosts) {
        MapTurn.afterCommit(() -> {
            aliases.learn();
            sockets.again(hosts);
        });
    }

    /** The hosts on which those are that have relations with some. */
    Set<Integer> around(Collection<AssetEntry> assets) {
        Set<Integer> hosts = new HashSet<>();
        for (AssetEntry asset : assets) {
            if (asset.host() != 0) {
                hosts.add(asset.host());
            }
            graph.view()
                    .forEachRelation(
                            asset.number(),
                            (from, _, to, _, _) -> {
                                AssetEntry other = book.find(from == asset.number() ? to : from);
                                if (other != null && other.host() != 0) {
                                    hosts.add(other.host());
                                }
                            });
        }
        return hosts;
    }
}
