package dev.cadastre.parcel.definition;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a definition is read with. What is not known is not checked.
 *
 * @param parameters the names of all parameters, those of the base included
 * @param base the definition of what the parcel builds on
 * @param files the paths of all files, those of the base included, and whether they may be run
 * @param own the paths of those that are the parcel's own
 */
public record Surroundings(
        Optional<Set<String>> parameters,
        Optional<ParcelDefinition> base,
        Optional<Map<String, Boolean>> files,
        Set<String> own) {

    /** For a definition by itself. */
    public static final Surroundings UNKNOWN =
            new Surroundings(Optional.empty(), Optional.empty(), Optional.empty(), Set.of());

    /** Copies what can be changed. */
    public Surroundings {
        parameters = parameters.map(Set::copyOf);
        files = files.map(TreeMap::new);
        own = Set.copyOf(own);
    }

    /** Whether there is such a file; true if nobody knows. */
    boolean mayHave(String path) {
        return files.map(all -> all.containsKey(path)).orElse(true);
    }

    /** Whether there is such a file that may be run; true if nobody knows. */
    boolean mayRun(String path) {
        return files.map(all -> all.getOrDefault(path, false)).orElse(true);
    }
}
