package dev.cadastre.server.inventory.support;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.Packages;
import dev.cadastre.server.inventory.Sboms;
import dev.cadastre.server.inventory.advisory.VersionAdvisories;
import dev.cadastre.server.inventory.offer.HostOfferTable;
import dev.cadastre.server.inventory.offer.HostOffers;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads what is needed to find the ways up that a host has, and what they would bring. */
@Component
class HostWays {

    private final SupportTable table;
    private final HostOfferTable offers;
    private final Packages packages;
    private final Sboms sboms;
    private final VersionAdvisories advisories;

    HostWays(
            SupportTable table,
            HostOfferTable offers,
            Packages packages,
            Sboms sboms,
            VersionAdvisories advisories) {
        this.table = table;
        this.offers = offers;
        this.packages = packages;
        this.sboms = sboms;
        this.advisories = advisories;
    }

    /** The items, with ways up where such are wanted. */
    List<SupportItem> added(
            String host,
            SupportTable.Place place,
            List<SupportItem> items,
            Judge judge,
            Reach reach) {
        if (items.stream().noneMatch(WaysUp::isWanted)) {
            return items;
        }
        Optional<HostOffers> told = offers.of(place.ordinal());
        var ways =
                new WaysUp(
                        items,
                        table.alike(place, endingRuntimes(items), reach),
                        offered(told, items, judge),
                        judge);
        var repositories =
                new Repositories(
                        host,
                        told.map(HostOffers::askedAt).orElse(null),
                        told.map(HostOffers::listedAt).orElse(null));
        var benefits =
                new Benefits(
                        place,
                        HostPackages.of(host, packages, reach),
                        name -> HostPackages.of(name, packages, reach),
                        sboms.ofHost(host, null, reach),
                        advisories,
                        judge);
        return items.stream()
                .map(item ->
                        WaysUp.isWanted(item)
                                ? item.with(benefits.added(item, ways.of(item)), repositories)
                                : item)
                .toList();
    }

    /** What its repositories offered that is newer than what it has. */
    List<Upgrade> upgrades(
            String host,
            SupportTable.Place place,
            List<SupportItem> items,
            Judge judge,
            Reach reach) {
        List<OfferedVersion> offered = offered(offers.of(place.ordinal()), items, judge);
        return offered.isEmpty()
                ? List.of()
                : new Upgrades(items, HostPackages.of(host, packages, reach)).of(offered);
    }

    private static List<OfferedVersion> offered(
            Optional<HostOffers> told, List<SupportItem> items, Judge judge) {
        List<String> products =
                items.stream().map(item -> item.judgement().product()).distinct().toList();
        return told.map(each -> OfferedVersion.of(each.offers(), products, judge))
                .orElse(List.of());
    }

    private static List<String> endingRuntimes(List<SupportItem> items) {
        return items.stream()
                .filter(WaysUp::isWanted)
                .filter(item -> item.kind() == SupportItem.Kind.RUNTIME)
                .map(SupportItem::name)
                .distinct()
                .toList();
    }
}
