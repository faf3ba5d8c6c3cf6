package dev.cadastre.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bill of materials that somebody attached to a host, about an application there.
 *
 * @param application its name
 * @param root the root of its packages among those of the host, {@code sbom:shop}
 * @param specVersion the version of CycloneDX that the document is in, {@code 1.6}
 * @param serialNumber names the document; null if it has none
 * @param version counts the documents of that serial number
 * @param madeAt when it says that it was made; null if it does not
 * @param uploadedAt when it came here
 * @param uploadedBy who brought it, {@code token:ci}
 * @param components how many it lists, nested ones included
 * @param packages how many different packages these became
 * @param leftOut those that became none
 */
public record AttachedSbom(
        String application,
        String root,
        String specVersion,
        @Nullable String serialNumber,
        int version,
        @Nullable Instant madeAt,
        Instant uploadedAt,
        String uploadedBy,
        int components,
        int packages,
        List<LeftOut> leftOut) {

    /** Copies the list. */
    public AttachedSbom {
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Components that are no packages here.
     *
     * @param kind {@code without a purl}, {@code of type cargo}
     * @param components how many
     */
    public record LeftOut(String kind, int components) {}
}
