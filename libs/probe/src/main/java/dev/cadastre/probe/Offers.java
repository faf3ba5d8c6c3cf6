package dev.cadastre.probe;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the repositories of a host offer, as far as its lists of them know.
 *
 * @param packages versions that are installed already among them
 * @param listed when the youngest of the lists was written, by whoever wrote it; null if there are
 *     none
 * @param managers the package managers that were asked: {@code apt}, {@code dnf}, {@code yum},
 *     {@code apk}
 * @param remarks what else an operator should know, as sentences
 */
public record Offers(
        List<OfferedPackage> packages,
        @Nullable Instant listed,
        List<String> managers,
        List<String> remarks) {

    /** Copies the lists. */
    public Offers {
        packages = List.copyOf(packages);
        managers = List.copyOf(managers);
        remarks = List.copyOf(remarks);
    }
}
