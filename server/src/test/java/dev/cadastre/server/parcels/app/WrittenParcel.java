package dev.cadastre.server.parcels.app;

import dev.cadastre.parcel.artefact.ParcelContents;
import dev.cadastre.parcel.definition.DefinitionReading;
import dev.cadastre.parcel.definition.ParcelDefinition;
import dev.cadastre.parcel.definition.Surroundings;
import dev.cadastre.parcel.folder.ParcelFile;
import dev.cadastre.parcel.parameters.ParameterSchema;
import dev.cadastre.parcel.parameters.ParameterSchemaReading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A parcel that a test writes in place, as it is understood. */
final class WrittenParcel {

    private WrittenParcel() {}

    /**
     * One of these.
     *
     * @param lines behind those that its definition needs
     * @param properties of the schema of its parameters
     * @param changes besides install
     */
    static ParcelContents of(String name, String lines, String properties, String... changes) {
        String ini =
                """
                [parcel]
                name = %s
                version = 1.0.0
                summary = A parcel of a test
                licence = Apache-2.0
                """
                                .formatted(name)
                        + lines;
        String json = "{\"properties\": {%s}}".formatted(properties);
        DefinitionReading definition =
                ParcelDefinition.read(bytes(ini), Optional.empty(), Surroundings.UNKNOWN);
        ParameterSchemaReading schema = ParameterSchema.read("schema.json", bytes(json));
        SortedMap<String, ParcelFile> files = new TreeMap<>();
        add("install", files);
        for (String change : changes) {
            add(change, files);
        }
        return new ParcelContents(
                definition
                        .definition()
                        .orElseThrow(() -> new AssertionError(definition.problems())),
                List.of(schema.schema().orElseThrow(() -> new AssertionError(schema.problems()))),
                files);
    }

    private static void add(String change, SortedMap<String, ParcelFile> files) {
        String path = ParcelDefinition.changeFile(change);
        files.put(path, new ParcelFile(path, false, 1, "sha256:" + "0".repeat(64)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
