package dev.cadastre.server.topology.reading;

import dev.cadastre.server.topology.AssetOwner;
import dev.cadastre.server.topology.keeping.AssetBook;
import dev.cadastre.server.topology.keeping.AssetEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/**
 * Tells whom to call for assets, from memory. Asks for no permission, for it serves other parts of
 * the server. Thread-safe.
 */
@NamedInterface("reading")
@Service
public class AssetOwners {

    private final AssetBook book;
    private final Owners owners;

    AssetOwners(AssetBook book, Owners owners) {
        this.book = book;
        this.owners = owners;
    }

    /** Whom to call for those of these names for which somebody answers, by name. */
    public Map<String, AssetOwner> of(Collection<String> names) {
        List<AssetEntry> known = new ArrayList<>();
        names.forEach(name -> book.find(name).ifPresent(known::add));
        Map<Integer, AssetOwner> found = owners.of(known);
        Map<String, AssetOwner> named = new HashMap<>();
        known.forEach(asset -> {
            AssetOwner owner = found.get(asset.number());
            if (owner != null) {
                named.put(asset.name().toString(), owner);
            }
        });
        return named;
    }
}
