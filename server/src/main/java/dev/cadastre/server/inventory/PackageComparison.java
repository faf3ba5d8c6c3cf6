package dev.cadastre.server.inventory;

import dev.cadastre.probe.PackageType;
import dev.cadastre.server.inventory.HostDifference.Change;
import dev.cadastre.server.inventory.HostDifference.PackageDifference;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
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
        Map<Place, Versions> places = new HashMap<>();
        before.forEach(item -> at(places, item).from().add(item.version()));
        after.forEach(item -> at(places, item).to().add(item.version()));
        return places.entrySet().stream()
                .filter(entry -> !entry.getValue().from().equals(entry.getValue().to()))
                .sorted(Map.Entry.comparingByKey(Place.ORDER))
                .map(entry -> difference(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Versions at(Map<Place, Versions> places, KnownPackage item) {
        return places.computeIfAbsent(
                Place.of(item), _ -> new Versions(new TreeSet<>(), new TreeSet<>()));
    }

    private static PackageDifference difference(Place place, Versions versions) {
        Change change =
                versions.from().isEmpty()
                        ? Change.ADDED
                        : versions.to().isEmpty() ? Change.REMOVED : Change.CHANGED;
        return new PackageDifference(
                change,
                place.name(),
                place.type(),
                place.arch(),
                place.root(),
                List.copyOf(versions.from()),
                List.copyOf(versions.to()));
    }

    /** Versions of one package that there were and are. */
    private record Versions(SortedSet<String> from, SortedSet<String> to) {}
}
