package dev.cadastre.server.parcels.repository;

import dev.cadastre.parcel.resolution.Candidate;
import dev.cadastre.parcel.resolution.Catalogue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * All parcels there are at one moment, by name, and the newest version of each first. Immutable.
 */
final class Shelf {

    private final Catalogue catalogue;
    private final List<ParcelRow> all;
    private final TreeMap<String, Map<String, ParcelRow>> byName = new TreeMap<>();

    private Shelf(Catalogue catalogue, Collection<ParcelRow> rows) {
        this.catalogue = catalogue;
        rows.forEach(row ->
                byName.computeIfAbsent(row.parcel().name(), any -> new HashMap<>())
                        .put(row.parcel().version(), row));
        List<ParcelRow> sorted = new ArrayList<>();
        byName.keySet().forEach(name -> sorted.addAll(versions(name)));
        this.all = List.copyOf(sorted);
    }

    static Shelf of(Collection<ParcelRow> rows) {
        return new Shelf(Catalogue.of(rows.stream().map(ParcelRow::candidate).toList()), rows);
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Optional<ParcelRow> find(String name, String version) {
        return Optional.ofNullable(byName.getOrDefault(name, Map.of()).get(version));
    }

    /** Those of one name. */
    List<ParcelRow> versions(String name) {
        Map<String, ParcelRow> rows = byName.getOrDefault(name, Map.of());
        return catalogue.versions(name).stream()
                .map(Candidate::version)
                .flatMap(version -> Optional.ofNullable(rows.get(version)).stream())
                .toList();
    }

    List<ParcelRow> all() {
        return all;
    }

    List<ParcelRow> find(ParcelQuery query) {
        String name = query.name();
        Predicate<ParcelRow> wanted = row -> true;
        if (query.text() != null) {
            String text = query.text().toLowerCase(Locale.ROOT);
            wanted = row -> row.mentions(text);
        }
        if (query.newest()) {
            Set<String> seen = new HashSet<>();
            wanted = wanted.and(row -> seen.add(row.parcel().name()));
        }
        return (name == null ? all : versions(name)).stream().filter(wanted).toList();
    }
}
