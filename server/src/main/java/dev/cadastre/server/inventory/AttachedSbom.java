package dev.cadastre.server.inventory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A bill of materials that was attached to a host.
 *
 * @param application what it is about
 * @param specVersion the version of CycloneDX that it is in
 * @param serialNumber names the document; null if it has none
 * @param version counts the documents of that serial number
 * @param madeAt when it says that it was made; null if it does not
 * @param uploadedAt when it came here
 * @param uploadedBy who brought it: {@code token:ci}
 * @param components how many it lists
 * @param packages how many different packages these became
 * @param leftOut what became none, the largest number first
 */
public record AttachedSbom(
        String application,
        String specVersion,
        @Nullable String serialNumber,
        int version,
        @Nullable Instant madeAt,
        Instant uploadedAt,
        String uploadedBy,
        int components,
        int packages,
        List<LeftOut> leftOut) {
    public AttachedSbom {
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Components that are no packages.
     *
     * @param kind {@code without a purl}, {@code of type cargo}
     * @param components how many
     */
    public record LeftOut(String kind, int components) {

        static List<LeftOut> of(Map<String, Integer> byKind) {
            return byKind.entrySet().stream()
                    .map(entry -> new LeftOut(entry.getKey(), entry.getValue()))
                    .sorted(
                            Comparator.comparingInt(LeftOut::components)
                                    .reversed()
                                    .thenComparing(LeftOut::kind))
                    .toList();
        }
    }

    /** The root of its packages. */
    public String root() {
        return new SbomRoot(application).text();
    }

    /** What was left out, as a sentence without its end; null if nothing was. */
    public @Nullable String remark() {
        return leftOut.isEmpty()
                ? null
                : "left out are "
                        + leftOut.stream()
                                .map(each -> each.components() + " " + each.kind())
                                .collect(Collectors.joining(", "));
    }
}
