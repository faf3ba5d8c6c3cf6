package dev.cadastre.parcel.artefact;

import dev.cadastre.change.archive.FilePaths;
import dev.cadastre.parcel.definition.ParcelDefinition;
import dev.cadastre.parcel.folder.ParcelFile;
import dev.cadastre.parcel.parameters.ParameterSchema;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A parcel as it is understood, with what it takes from what it builds on. Immutable.
 *
 * @param definition what it states of itself
 * @param schemas of its parameters: that of the lowest base first, its own last, without those that
 *     are not there
 * @param files all that count, by the bytes of their paths; unmodifiable
 */
public record ParcelContents(
        ParcelDefinition definition,
        List<ParameterSchema> schemas,
        SortedMap<String, ParcelFile> files) {

    /** Copies what can be changed. */
    public ParcelContents {
        schemas = List.copyOf(schemas);
        files = sorted(files);
    }

    /** By the bytes of paths, as everything is that stands in an artefact. */
    static SortedMap<String, ParcelFile> sorted(Map<String, ParcelFile> files) {
        SortedMap<String, ParcelFile> sorted = new TreeMap<>(FilePaths.ORDER);
        sorted.putAll(files);
        return Collections.unmodifiableSortedMap(sorted);
    }
}
