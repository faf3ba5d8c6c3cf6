package dev.cadastre.server.inventory.support;

import dev.cadastre.probe.OfferedPackage;
import dev.cadastre.versions.VersionScheme;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A version that a repository offers of a product, and how long that is supported. */
record OfferedVersion(SupportJudgement judgement, OfferedPackage offer) {

    /** From the older to the newer; a package is nearer than a module of the same version. */
    static final Comparator<OfferedVersion> ORDER =
            Comparator.comparing((OfferedVersion each) -> each.judgement().cycle(), Cycles.ORDER)
                    .thenComparing(each -> !each.offer().module())
                    .thenComparing(OfferedVersion::compare);

    /** Those of the offers that are of these products. */
    static List<OfferedVersion> of(
            Collection<OfferedPackage> offers, Collection<String> products, Judge judge) {
        return offers.stream().flatMap(offer -> of(offer, products, judge)).toList();
    }

    private static Stream<OfferedVersion> of(
            OfferedPackage offer, Collection<String> products, Judge judge) {
        return products.stream()
                .filter(product -> isOf(product, offer))
                .flatMap(product ->
                        Cycles.numbers(offer.version()).stream()
                                .map(version ->
                                        new OfferedVersion(judge.of(product, version), offer)))
                .limit(1);
    }

    private static boolean isOf(String product, OfferedPackage offer) {
        return offer.module()
                ? Products.isModule(product, offer.name())
                : Products.isNamed(product, offer.type(), offer.name());
    }

    private static int compare(OfferedVersion a, OfferedVersion b) {
        VersionScheme scheme = VersionScheme.ofPurlType(a.offer().type().purlType()).orElseThrow();
        return scheme.compare(a.offer().version(), b.offer().version());
    }
}
