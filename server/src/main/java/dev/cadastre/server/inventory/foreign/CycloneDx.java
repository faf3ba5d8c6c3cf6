package dev.cadastre.server.inventory.foreign;

import dev.cadastre.probe.PackageType;
import dev.cadastre.server.inventory.InvalidFeed;
import dev.cadastre.server.inventory.installed.PackageRow;
import dev.cadastre.server.inventory.installed.ReadPurl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Understands bills of materials in the form of CycloneDX in JSON. Members that are not needed here
 * are not looked at; those that are must be as the format says.
 */
public final class CycloneDx {

    /** The most bytes of a document. */
    public static final int BYTES = 16 << 20;

    private static final Set<String> VERSIONS = Set.of("1.4", "1.5", "1.6");
    private static final Set<String> TYPES =
            Set.of(
                    "application",
                    "framework",
                    "library",
                    "container",
                    "platform",
                    "operating-system",
                    "device",
                    "device-driver",
                    "firmware",
                    "file",
                    "machine-learning-model",
                    "data",
                    "cryptographic-asset");

    private static final int MOST_COMPONENTS = 100_000;
    private static final int LONGEST_PURL = 2_000;

    /** What is left out is told by kind, but not by endless kinds. */
    private static final int MOST_KINDS = 20;

    private final Map<String, String> placeOfReference = new HashMap<>();
    private final List<PackageRow> packages = new ArrayList<>();
    private final Map<String, Integer> leftOut = new HashMap<>();
    private int components;

    private CycloneDx() {}

    /**
     * Reads a document.
     *
     * @throws InvalidFeed naming the path of what is wrong first
     */
    public static BillOfMaterials read(byte[] content) {
        return new CycloneDx().read(BomJson.document(content, BYTES));
    }

    private BillOfMaterials read(JsonNode document) {
        String specVersion = specVersion(document);
        JsonNode metadata = BomJson.object(document, "metadata", "$");
        JsonNode subject = BomJson.object(metadata, "component", "$.metadata");
        String subjectName = null;
        if (subject.isObject()) {
            subjectName = component(subject, "$.metadata.component");
            nested(subject, "$.metadata.component");
        }
        nested(document, "$");
        Dependencies.check(BomJson.list(document, "dependencies", "$"));
        return new BillOfMaterials(
                specVersion,
                BomJson.serialNumber(document),
                BomJson.version(document),
                BomJson.time(metadata, "timestamp", "$.metadata"),
                subjectName,
                components,
                packages,
                leftOut);
    }

    private static String specVersion(JsonNode document) {
        String format = BomJson.text(document, "bomFormat", "$");
        if (!Objects.equals(format, "CycloneDX")) {
            throw new InvalidFeed(
                    "$.bomFormat",
                    document.has("spdxVersion")
                            ? "It is missing: this is SPDX, and CycloneDX is read."
                            : "It is not CycloneDX.");
        }
        String version = BomJson.required(document, "specVersion", "$");
        if (!VERSIONS.contains(version)) {
            throw new InvalidFeed(
                    "$.specVersion",
                    "It is version %s of the format; 1.4, 1.5 and 1.6 are read."
                            .formatted(ForeignJson.cleaned(version)));
        }
        return version;
    }

    private void nested(JsonNode node, String place) {
        JsonNode list = BomJson.list(node, "components", place);
        for (int i = 0; i < list.size(); i++) {
            String at = place + ".components[" + i + "]";
            JsonNode each = list.get(i);
            if (++components > MOST_COMPONENTS) {
                throw new InvalidFeed(at, "There are more than " + MOST_COMPONENTS + " of them.");
            }
            String name = component(each, at);
            take(each, name, at);
            nested(each, at);
        }
    }

    /** The name of a component that is as it should be. */
    private String component(JsonNode node, String place) {
        if (!node.isObject()) {
            throw new InvalidFeed(place, "It is not an object.");
        }
        String type = BomJson.required(node, "type", place);
        if (!TYPES.contains(type)) {
            throw new InvalidFeed(place + ".type", "It is no type of component.");
        }
        reference(node, place);
        return BomJson.required(node, "name", place);
    }

    private void reference(JsonNode node, String place) {
        String reference = BomJson.text(node, "bom-ref", place);
        String other = reference == null ? null : placeOfReference.put(reference, place);
        if (other != null) {
            throw new InvalidFeed(
                    place + ".bom-ref",
                    place.startsWith(other + ".")
                            ? "The component contains itself: it is that of %s."
                                    .formatted(BomJson.shown(other))
                            : "It is that of %s too.".formatted(BomJson.shown(other)));
        }
    }

    private void take(JsonNode node, String name, String place) {
        BomJson.text(node, "version", place);
        String publisher = BomJson.text(node, "publisher", place);
        String supplier =
                BomJson.text(BomJson.object(node, "supplier", place), "name", place + ".supplier");
        String purl = BomJson.text(node, "purl", place, LONGEST_PURL);
        if (purl == null) {
            leaveOut("without a purl");
            return;
        }
        switch (ReadPurl.of(purl)) {
            case ReadPurl.Broken(String reason) -> throw new InvalidFeed(place + ".purl", reason);
            case ReadPurl.Foreign(String type) -> leaveOut("of type " + type);
            case ReadPurl.Versionless() -> leaveOut("without a version in the purl");
            case ReadPurl.Known(PackageRow row) ->
                    packages.add(row(row, name, publisher == null ? supplier : publisher));
        }
    }

    private static PackageRow row(PackageRow told, String name, @Nullable String vendor) {
        return new PackageRow(
                told.type(),
                told.namespace(),
                spelling(told, name),
                told.version(),
                told.arch(),
                told.source(),
                told.sourceVersion(),
                vendor,
                null,
                null);
    }

    /** Purls of some types fold names, which package managers print as they were written. */
    private static String spelling(PackageRow told, String name) {
        boolean folds = told.type() == PackageType.PYPI || told.type() == PackageType.GOLANG;
        return folds && folded(name).equals(folded(told.name())) ? name : told.name();
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void leaveOut(String kind) {
        boolean told = leftOut.containsKey(kind) || leftOut.size() < MOST_KINDS;
        leftOut.merge(told ? kind : "of still other types", 1, Integer::sum);
    }
}
