package dev.cadastre.server.topology.reading;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.Page;
import dev.cadastre.server.search.Queries;
import dev.cadastre.server.topology.AssetQuery;
import dev.cadastre.server.topology.Presence;
import dev.cadastre.server.topology.keeping.AssetBook;
import dev.cadastre.server.topology.keeping.AssetEntry;
import dev.cadastre.server.topology.keeping.AssetRow;
import dev.cadastre.server.topology.keeping.AssetRows;
import dev.cadastre.server.topology.keeping.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The assets of the map. Thread-safe. */
@NamedInterface("reading")
@Service
public class Assets {

    private final AssetBook book;
    private final AssetRows rows;
    private final MapReader reader;
    private final Visibility visibility;
    private final Queries queries;

    Assets(
            AssetBook book,
            AssetRows rows,
            MapReader reader,
            Visibility visibility,
            Queries queries) {
        this.book = book;
        this.rows = rows;
        this.reader = reader;
        this.visibility = visibility;
        this.queries = queries;
    }

    /** Those that the query asks for and that may be seen, by name. */
    @Transactional(readOnly = true)
    public Page<MapAsset> find(AssetQuery query, Reach reach) {
        List<AssetRow> found = new ArrayList<>(select(query, query.limit() + 1, reach));
        boolean more = found.size() > query.limit();
        List<AssetRow> page = more ? found.subList(0, query.limit()) : found;
        return new Page<>(
                reader.shown(page, query.at()), more ? page.getLast().name().toString() : null);
    }

    private List<AssetRow> select(AssetQuery query, int limit, Reach reach) {
        RoaringBitmap hosts = hosts(query, reach);
        Instant at = query.at();
        return at == null ? now(query, hosts, limit, reach) : then(query, hosts, at, limit, reach);
    }

    private @Nullable RoaringBitmap hosts(AssetQuery query, Reach reach) {
        String q = query.q();
        return q == null ? null : queries.hosts(q, queries.parse(q), query.at(), reach);
    }

    private List<AssetRow> now(
            AssetQuery query, @Nullable RoaringBitmap hosts, int limit, Reach reach) {
        List<Integer> chosen = new ArrayList<>();
        book.after(
                query.after(),
                asset -> {
                    if (fits(asset, query, hosts) && visibility.visible(asset, reach)) {
                        chosen.add(asset.number());
                    }
                    return chosen.size() < limit;
                });
        return rows.of(chosen, null);
    }

    private static boolean fits(AssetEntry asset, AssetQuery query, @Nullable RoaringBitmap hosts) {
        String text = query.text();
        Seen seen = asset.seen();
        return (query.kind() == null || asset.is(query.kind()))
                && (query.environment() == null || query.environment().equals(asset.environment()))
                && (text == null
                        || asset.name()
                                .toString()
                                .toLowerCase(Locale.ROOT)
                                .contains(text.toLowerCase(Locale.ROOT)))
                && (hosts == null || (asset.host() != 0 && hosts.contains(asset.host())))
                && (query.presence() == null
                        || query.presence()
                                == (seen == null ? Presence.DECLARED : seen.presence()));
    }

    private List<AssetRow> then(
            AssetQuery query, @Nullable RoaringBitmap hosts, Instant at, int limit, Reach reach) {
        List<Integer> among =
                hosts == null ? null : hosts.stream().boxed().collect(Collectors.toList());
        List<AssetRow> found = new ArrayList<>();
        AssetQuery next = query;
        List<AssetRow> read;
        do {
            read = rows.then(next, among, at);
            read.stream()
                    .filter(row -> visibility.visible(row.entry(), reach))
                    .filter(row -> fits(row.entry(), query, null))
                    .forEach(found::add);
            next = read.isEmpty() ? next : after(query, read.getLast().name().toString());
        } while (found.size() < limit && read.size() == query.limit());
        return found.subList(0, Math.min(limit, found.size()));
    }

    private static AssetQuery after(AssetQuery query, String name) {
        return new AssetQuery(
                query.kind(),
                query.environment(),
                query.text(),
                query.q(),
                query.presence(),
                query.at(),
                name,
                query.limit());
    }

    /** The asset of that name, if there is one that may be seen. */
    @Transactional(readOnly = true)
    public Optional<MapAsset> named(String name, @Nullable Instant at, Reach reach) {
        List<AssetRow> found =
                rows.named(name, at).stream()
                        .filter(row -> visibility.visible(row.entry(), reach))
                        .toList();
        return reader.shown(found, at).stream().findFirst();
    }
}
