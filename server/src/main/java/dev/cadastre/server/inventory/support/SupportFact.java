package dev.cadastre.server.inventory.support;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * How long one line of releases of a product is supported.
 *
 * @param product as endoflife.date calls it, {@code python}
 * @param cycle the line of releases, {@code 3.9}
 * @param released when its first release came; null if unknown
 * @param ends its last day with support for everybody; null if the source tells none
 * @param extendedEnds the last day of support that is extended, sold or limited; null if none
 * @param ended whether the source says that it ended, be it without telling when
 * @param latest the latest release that the source knows; null if none
 * @param source where it can be looked up
 * @param lookedUp when it was looked up
 */
@NamedInterface("support")
public record SupportFact(
        String product,
        String cycle,
        @Nullable LocalDate released,
        @Nullable LocalDate ends,
        @Nullable LocalDate extendedEnds,
        boolean ended,
        @Nullable String latest,
        String source,
        LocalDate lookedUp) {}
