package dev.cadastre.parcel.artefact;

import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.definition.DefinitionReading;
import dev.cadastre.parcel.definition.ParcelDefinition;
import dev.cadastre.parcel.definition.Surroundings;
import dev.cadastre.parcel.folder.ParcelFile;
import dev.cadastre.parcel.folder.ParcelRules;
import dev.cadastre.parcel.parameters.ParameterSchema;
import dev.cadastre.parcel.parameters.ParameterSchemaReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Understands a parcel by its documents and the list of its files. What cannot be known is not
 * checked. Pure; for one parcel.
 */
final class ContentsReader {

    private final Map<String, byte[]> documents;
    private final Map<String, ParcelFile> own;
    private final Optional<ParcelContents> base;
    private final boolean isBaseKnown;
    private final boolean areFilesKnown;
    private final List<Problem> problems = new ArrayList<>();

    /**
     * @param own the files of the parcel itself
     * @param base what it builds on, understood before
     * @param isBaseKnown whether the base is there if there is to be one
     * @param areFilesKnown whether these are all files, and those of the base
     */
    ContentsReader(
            Map<String, byte[]> documents,
            Map<String, ParcelFile> own,
            Optional<ParcelContents> base,
            boolean isBaseKnown,
            boolean areFilesKnown) {
        this.documents = documents;
        this.own = own;
        this.base = base;
        this.isBaseKnown = isBaseKnown;
        this.areFilesKnown = areFilesKnown;
    }

    ContentsReading read() {
        Map<String, ParcelFile> files = new TreeMap<>();
        base.ifPresent(below -> files.putAll(below.files()));
        files.putAll(own);
        Optional<ParcelDefinition> definition = definition(files);
        List<ParameterSchema> schemas =
                new ArrayList<>(base.map(ParcelContents::schemas).orElse(List.of()));
        schema(definition).ifPresent(schemas::add);
        if (areFilesKnown && !files.containsKey(ParcelRules.MANUAL)) {
            missing(
                    ParcelRules.MANUAL,
                    "parcel.docs-missing",
                    "there is no operations manual",
                    "write what whoever runs it has to know");
        }
        problems.addAll(ParcelRules.problems(".", files.values()));
        return problems.stream().anyMatch(Problem::isError)
                ? new ContentsReading(Optional.empty(), problems)
                : new ContentsReading(
                        definition.map(read ->
                                new ParcelContents(read, schemas, ParcelContents.sorted(files))),
                        problems);
    }

    private Optional<ParcelDefinition> definition(Map<String, ParcelFile> files) {
        byte[] ini = documents.get(ParcelDefinition.FILE);
        if (ini == null) {
            missing(
                    ParcelDefinition.FILE,
                    "parcel.definition-missing",
                    "there is no definition",
                    "begin it with [parcel], name, version, summary and licence");
            return Optional.empty();
        }
        DefinitionReading reading =
                ParcelDefinition.read(
                        ini,
                        Optional.ofNullable(documents.get(ParcelDefinition.MONITORS)),
                        new Surroundings(
                                parameters(),
                                base.map(ParcelContents::definition),
                                areFilesKnown ? Optional.of(executables(files)) : Optional.empty(),
                                own.keySet()));
        problems.addAll(reading.problems());
        return reading.definition();
    }

    private static Map<String, Boolean> executables(Map<String, ParcelFile> files) {
        Map<String, Boolean> executables = new TreeMap<>();
        files.forEach((path, file) -> executables.put(path, file.executable()));
        return executables;
    }

    /** Names of all parameters; empty if they are not known. */
    private Optional<Set<String>> parameters() {
        Set<String> names = new TreeSet<>();
        base.stream()
                .flatMap(below -> below.schemas().stream())
                .forEach(schema -> names.addAll(schema.names()));
        byte[] json = documents.get(ParcelRules.SCHEMA);
        if (json != null) {
            Optional<ParameterSchema> schema =
                    ParameterSchema.read(ParcelRules.SCHEMA, json).schema();
            if (schema.isEmpty()) {
                return Optional.empty();
            }
            names.addAll(schema.get().names());
        }
        return isBaseKnown ? Optional.of(names) : Optional.empty();
    }

    /** Which bindings there are is known if the definition is. */
    private Optional<ParameterSchema> schema(Optional<ParcelDefinition> definition) {
        byte[] json = documents.get(ParcelRules.SCHEMA);
        if (json == null) {
            return Optional.empty();
        }
        ParameterSchemaReading reading =
                definition
                        .map(read ->
                                ParameterSchema.read(
                                        ParcelRules.SCHEMA, json, read.requires().keySet()))
                        .orElseGet(() -> ParameterSchema.read(ParcelRules.SCHEMA, json));
        problems.addAll(reading.problems());
        return reading.schema();
    }

    private void missing(String path, String code, String message, String remedy) {
        problems.add(ParcelRules.error(path, code, message, remedy));
    }
}
