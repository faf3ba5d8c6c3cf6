package dev.cadastre.server.inventory;

import dev.cadastre.probe.PackageType;
import dev.cadastre.server.inventory.HostDifference.Change;
import dev.cadastre.server.inventory.HostDifference.PackageDifference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds which packages came, went, or are there in another version. */
final class PackageComparison {

    /** What stays the same when a package gets another version. */
    private record Place(
            String name, PackageType type, @Nullable String root, @Nullable String arch) {

        static final Comparator<Place> ORDER =
                Comparator.comparing(Place::name)
                        .thenComparing(Place::type)
                        .thenComparing(Place::root, Comparator.nullsFirst(String::compareTo))
                        .thenComparing(Place::arch, Comparator.nullsFirst(String::compareTo));

        static Place of(KnownPackage known) {
            return new Place(known.name(), known.type(), known.root(), known.arch());
        }
    }

    private PackageComparison() {}

    /**
     * The differences by name, type, root and architecture. Packages that differ in neither
     * version, as those signed anew, are alike.
     */
    static List<PackageDifference> between(
            Collection<KnownPackage> before, Collection<KnownPackage> after) {
        SortedMap<Place, SortedSet<String>> from = versions(before);
        SortedMap<Place, SortedSet<String>> to = versions(after);
        SortedSet<Place> places = new TreeSet<>(Place.ORDER);
        places.addAll(from.keySet());
        places.addAll(to.keySet());
        List<PackageDifference> differences = new ArrayList<>();
        for (Place place : places) {
            SortedSet<String> old = from.getOrDefault(place, new TreeSet<>());
            SortedSet<String> fresh = to.getOrDefault(place, new TreeSet<>());
            if (!old.equals(fresh)) {
                differences.add(difference(place, old, fresh));
            }
        }
        return differences;
    }

    private static PackageDifference difference(
            Place place, Collection<String> from, Collection<String> to) {
        Change change =
                from.isEmpty() ? Change.ADDED : to.isEmpty() ? Change.REMOVED : Change.CHANGED;
        return new PackageDifference(
                change,
                place.name(),
                place.type(),
                place.arch(),
                place.root(),
                List.copyOf(from),
                List.copyOf(to));
    }

    private static SortedMap<Place, SortedSet<String>> versions(Collection<KnownPackage> items) {
        SortedMap<Place, SortedSet<String>> versions = new TreeMap<>(Place.ORDER);
        items.forEach(item ->
                versions.computeIfAbsent(Place.of(item), place -> new TreeSet<>())
                        .add(item.version()));
        return versions;
    }
}
