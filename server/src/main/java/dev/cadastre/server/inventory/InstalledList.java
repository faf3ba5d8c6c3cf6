package dev.cadastre.server.inventory;

import dev.cadastre.server.inventory.installed.PackageDictionary;
import dev.cadastre.server.inventory.installed.PackageIds;
import dev.cadastre.server.inventory.installed.PackageSets;
import dev.cadastre.server.inventory.installed.Recent;
import dev.cadastre.server.inventory.installed.WrittenSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The packages of a host in the order in which they are shown. */
@Component
class InstalledList {

    static final Comparator<KnownPackage> ORDER =
            Comparator.comparing(KnownPackage::name)
                    .thenComparing(KnownPackage::type)
                    .thenComparing(KnownPackage::root, Comparator.nullsFirst(String::compareTo))
                    .thenComparing(KnownPackage::arch, Comparator.nullsFirst(String::compareTo))
                    .thenComparing(KnownPackage::version)
                    .thenComparingInt(KnownPackage::id);

    private static final int REMEMBERED = 500;

    private final PackageSets sets;
    private final PackageDictionary dictionary;

    /** Many hosts share a set, and a set never changes. */
    private final Recent<Integer, List<KnownPackage>> sorted = new Recent<>(REMEMBERED);

    InstalledList(PackageSets sets, PackageDictionary dictionary) {
        this.sets = sets;
        this.dictionary = dictionary;
    }

    List<KnownPackage> of(int host, @Nullable Instant at) {
        return sets.written(host, at).map(this::of).orElse(List.of());
    }

    private List<KnownPackage> of(WrittenSet written) {
        List<KnownPackage> ofSet = sorted(written.set());
        if (written.added().isEmpty() && written.removed().isEmpty()) {
            return ofSet;
        }
        List<KnownPackage> items = with(dictionary.packages(written.added()), ofSet);
        items.removeIf(item -> written.removed().contains(item.id()));
        return items;
    }

    /** Few are added to many that are sorted already. */
    private static List<KnownPackage> with(List<KnownPackage> added, List<KnownPackage> ofSet) {
        List<KnownPackage> items = new ArrayList<>(ofSet.size() + added.size());
        int start = 0;
        for (KnownPackage item : added.stream().sorted(ORDER).toList()) {
            int place = Collections.binarySearch(ofSet, item, ORDER);
            int end = place < 0 ? -place - 1 : place;
            items.addAll(ofSet.subList(start, end));
            items.add(item);
            start = end;
        }
        items.addAll(ofSet.subList(start, ofSet.size()));
        return items;
    }

    private List<KnownPackage> sorted(int set) {
        List<KnownPackage> known = sorted.find(set);
        if (known != null) {
            return known;
        }
        PackageIds members = sets.membersOf(set);
        List<KnownPackage> items = dictionary.packages(members).stream().sorted(ORDER).toList();
        sorted.keep(set, items);
        return items;
    }
}
