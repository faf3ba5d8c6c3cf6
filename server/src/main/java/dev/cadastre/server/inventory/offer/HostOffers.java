package dev.cadastre.server.inventory.offer;

import dev.cadastre.probe.OfferedPackage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What the repositories of a host offer.
 *
 * @param askedAt when the host was asked
 * @param listedAt when its lists of them were written; null if it has none
 * @param offers what they offer of the products that the host had then
 */
@NamedInterface("upgrade")
public record HostOffers(Instant askedAt, @Nullable Instant listedAt, List<OfferedPackage> offers) {

    /** Copies the offers. */
    public HostOffers {
        offers = List.copyOf(offers);
    }
}
