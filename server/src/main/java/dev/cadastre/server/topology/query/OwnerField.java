package dev.cadastre.server.topology.query;

import dev.cadastre.query.Field;
import dev.cadastre.query.Names;
import dev.cadastre.server.search.PresentField;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.AssetOwner;
import dev.cadastre.server.topology.keeping.AssetBook;
import dev.cadastre.server.topology.keeping.AssetEntry;
import dev.cadastre.server.topology.reading.Owners;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** Hosts by the team that answers for them. Thread-safe. */
@Component
class OwnerField extends PresentField {

    private static final Field FIELD =
            Field.named("owner", "the team that answers for the host; known for now")
                    .withNames(Names.OPEN)
                    .withExample("owner:platform");

    private final AssetBook book;
    private final Owners owners;

    OwnerField(AssetBook book, Owners owners) {
        super(FIELD, "owners");
        this.book = book;
        this.owners = owners;
    }

    @Override
    protected Map<String, RoaringBitmap> byValue() {
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
}
