package dev.cadastre.parcel.artefact;

import dev.cadastre.parcel.ParcelType;
import dev.cadastre.parcel.Provision;
import dev.cadastre.parcel.Requirement;
import dev.cadastre.parcel.definition.ParcelDefinition;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.Manifest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The config and the manifest that follow from a parcel's definition, documents, files and layers.
 * Whoever builds and whoever verifies come here. Pure.
 *
 * @param config what the config tells
 * @param manifest the manifest
 */
record Assembly(ParcelConfig config, Manifest manifest) {

    private static final String IMAGE = "org.opencontainers.image.";
    static final String TITLE = IMAGE + "title";
    static final String VERSION = IMAGE + "version";
    private static final String PARCEL = "dev.cadastre.parcel.";

    static Assembly of(
            ParcelDefinition definition,
            SortedMap<String, String> documents,
            List<LayeredFile> files,
            List<Descriptor> layers,
            Optional<BaseConfig> base) {
        ParcelConfig config =
                new ParcelConfig(
                        definition.name(),
                        definition.version(),
                        definition.summary(),
                        definition.licence(),
                        definition.owner(),
                        List.copyOf(definition.provides().values()),
                        List.copyOf(definition.requires().values()),
                        documents,
                        files,
                        base);
        Manifest manifest =
                new Manifest(
                        ParcelType.PARCEL,
                        config.descriptor(),
                        layers,
                        Optional.empty(),
                        annotations(definition));
        return new Assembly(config, manifest);
    }

    /** A layer as manifests of parcels have it: without annotations. */
    static Descriptor plain(Descriptor layer) {
        return Descriptor.of(layer.mediaType(), layer.digest(), layer.size());
    }

    private static Map<String, String> annotations(ParcelDefinition definition) {
        Map<String, String> annotations = new TreeMap<>();
        annotations.put(TITLE, definition.name());
        annotations.put(VERSION, definition.version());
        annotations.put(IMAGE + "description", definition.summary());
        annotations.put(IMAGE + "licenses", definition.licence());
        annotations.put(
                PARCEL + "provides",
                definition.provides().values().stream()
                        .map(Provision::toString)
                        .collect(Collectors.joining("\n")));
        if (!definition.requires().isEmpty()) {
            annotations.put(
                    PARCEL + "requires",
                    definition.requires().values().stream()
                            .map(Requirement::toString)
                            .collect(Collectors.joining("\n")));
        }
        return annotations;
    }
}
