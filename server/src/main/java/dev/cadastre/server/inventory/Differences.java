package dev.cadastre.server.inventory;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.HostDifference.PackageDifference;
import dev.cadastre.server.inventory.HostDifference.ValueDifference;
import dev.cadastre.server.inventory.installed.PackageDictionary;
import dev.cadastre.server.inventory.installed.PackageIds;
import dev.cadastre.server.inventory.installed.PackageSets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares two hosts, or two moments of one. Thread-safe. */
@Service
public class Differences {

    private final HostReader hosts;
    private final PackageSets sets;
    private final PackageDictionary dictionary;
    private final Readings readings;

    Differences(
            HostReader hosts, PackageSets sets, PackageDictionary dictionary, Readings readings) {
        this.hosts = hosts;
        this.sets = sets;
        this.dictionary = dictionary;
        this.readings = readings;
    }

    /**
     * How {@code b} differs from {@code a}.
     *
     * @throws UnknownHost if one of them is not within reach
     * @throws NothingCollected if nothing had been told of one of them
     */
    @Transactional(readOnly = true)
    public HostDifference between(HostMoment a, HostMoment b, Reach reach) {
        int first = collected(a, reach);
        int second = collected(b, reach);
        return new HostDifference(
                a,
                b,
                packages(sets.members(first, a.at()), sets.members(second, b.at())),
                values(StateDomain.FACTS, first, a, second, b),
                values(StateDomain.SERVICES, first, a, second, b),
                values(StateDomain.DAEMONS, first, a, second, b),
                values(StateDomain.RUNTIMES, first, a, second, b));
    }

    /**
     * Most hosts have most packages in common. Those matter only where another version of the same
     * package came or went.
     */
    private List<PackageDifference> packages(PackageIds from, PackageIds to) {
        List<KnownPackage> lost = dictionary.packages(from.minus(to));
        List<KnownPackage> gained = dictionary.packages(to.minus(from));
        Set<String> names = new HashSet<>();
        lost.forEach(known -> names.add(known.name()));
        gained.forEach(known -> names.add(known.name()));
        List<KnownPackage> common =
                dictionary.packages(from.minus(from.minus(to))).stream()
                        .filter(known -> names.contains(known.name()))
                        .toList();
        return PackageComparison.between(with(lost, common), with(gained, common));
    }

    private static List<KnownPackage> with(List<KnownPackage> some, List<KnownPackage> more) {
        List<KnownPackage> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /** What is known of a host that nobody told of would look as if all had been removed. */
    private int collected(HostMoment moment, Reach reach) {
        HostRow host = hosts.known(moment.host(), moment.at(), reach);
        boolean told =
                moment.at() == null
                        ? host.observedAt() != null
                        : sets.written(host.ordinal(), moment.at()).isPresent()
                                || !readings.texts(StateDomain.FACTS, host.ordinal(), moment.at())
                                        .isEmpty();
        if (!told) {
            throw new NothingCollected(moment.host(), moment.at());
        }
        return host.ordinal();
    }

    private List<ValueDifference> values(
            StateDomain domain, int first, HostMoment a, int second, HostMoment b) {
        return ValueComparison.between(
                readings.texts(domain, first, a.at()), readings.texts(domain, second, b.at()));
    }
}
