package dev.cadastre.server.inventory.support;

import dev.cadastre.probe.OfferedPackage;
import dev.cadastre.versions.VersionScheme;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what of the offers is newer than what a host has. */
final class Upgrades {

    private static final Comparator<Upgrade> ORDER =
            Comparator.comparing((Upgrade upgrade) -> upgrade.judgement().product())
                    .thenComparing(upgrade -> upgrade.judgement().cycle(), Cycles.ORDER)
                    .thenComparing(upgrade -> upgrade.offer().name())
                    .thenComparing(upgrade -> upgrade.offer().version());

    private final List<SupportItem> items;
    private final HostPackages installed;

    Upgrades(List<SupportItem> items, HostPackages installed) {
        this.items = items;
        this.installed = installed;
    }

    private record Key(String name, boolean module, String cycle) {
        static Key of(OfferedVersion each) {
            OfferedPackage offer = each.offer();
            return new Key(offer.name(), offer.module(), each.judgement().cycle());
        }
    }

    /** The newest version of each package and line. */
    List<Upgrade> of(Collection<OfferedVersion> offered) {
        Map<Key, OfferedVersion> newest = new HashMap<>();
        offered.forEach(each ->
                newest.merge(
                        Key.of(each),
                        each,
                        (a, b) -> OfferedVersion.ORDER.compare(a, b) >= 0 ? a : b));
        return newest.values().stream()
                .flatMap(each -> upgrade(each).stream())
                .sorted(ORDER)
                .toList();
    }

    private Optional<Upgrade> upgrade(OfferedVersion each) {
        OfferedPackage offer = each.offer();
        @Nullable String present =
                offer.module() ? null : installed.newest(offer.type(), offer.name()).orElse(null);
        boolean newer = present == null ? isNewLine(each.judgement()) : isNewer(offer, present);
        return newer
                ? Optional.of(new Upgrade(offer, present, each.judgement()))
                : Optional.empty();
    }

    private static boolean isNewer(OfferedPackage offer, String present) {
        return VersionScheme.ofPurlType(offer.type().purlType())
                        .orElseThrow()
                        .compare(offer.version(), present)
                > 0;
    }

    /** A line that the host lacks, and that is newer than one that it has. */
    private boolean isNewLine(SupportJudgement offered) {
        List<String> present =
                items.stream()
                        .map(SupportItem::judgement)
                        .filter(item -> item.product().equals(offered.product()))
                        .map(SupportJudgement::cycle)
                        .toList();
        return !present.contains(offered.cycle())
                && present.stream()
                        .anyMatch(cycle -> Cycles.ORDER.compare(offered.cycle(), cycle) > 0);
    }
}
