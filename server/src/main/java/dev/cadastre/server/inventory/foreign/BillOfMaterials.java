package dev.cadastre.server.inventory.foreign;

import dev.cadastre.server.inventory.installed.PackageRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a document says that an application consists of.
 *
 * @param specVersion the version of its format, {@code 1.6}
 * @param serialNumber names the document; null if it has none
 * @param version counts the documents of that serial number
 * @param madeAt null if it does not tell
 * @param subject the name of what it is about; null if it does not tell
 * @param components how many it lists, nested ones included
 * @param packages those of a kind that is known here, with no root
 * @param leftOut how many of the others there are, by what they are: {@code without a purl}
 */
public record BillOfMaterials(
        String specVersion,
        @Nullable String serialNumber,
        int version,
        @Nullable Instant madeAt,
        @Nullable String subject,
        int components,
        List<PackageRow> packages,
        Map<String, Integer> leftOut) {
    public BillOfMaterials {
        packages = List.copyOf(packages);
        leftOut = Map.copyOf(leftOut);
    }
}
