package dev.cadastre.server.inventory.support;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Whether the repositories of a host were asked what they offer.
 *
 * @param host the host's name
 * @param askedAt when they were asked last; null if never
 * @param listedAt of when the host's lists of them were then; null if it had none
 */
@NamedInterface("support")
public record Repositories(String host, @Nullable Instant askedAt, @Nullable Instant listedAt) {

    /** Begins in lower case and ends without a point. */
    public String words() {
        if (askedAt == null) {
            return "its repositories were never asked: cadastre upgrades host:" + host;
        }
        return "its repositories were asked on "
                + day(askedAt)
                + (listedAt == null
                        ? ", and the host had no lists of them"
                        : ", by lists of " + day(listedAt));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
