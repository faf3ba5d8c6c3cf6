package dev.cadastre.cli.instance;

import dev.cadastre.parcel.artefact.ParcelContents;
import java.nio.file.Path;
import java.util.Map;

/**
 * A parcel that is tried.
 *
 * @param folder with its files
 * @param bindings the name of the parcel that meets each of its requirements, by the binding
 */
record TriedParcel(ParcelContents contents, Path folder, Map<String, String> bindings) {

    TriedParcel {
        bindings = Map.copyOf(bindings);
    }

    String name() {
        return contents.definition().name();
    }

    String version() {
        return contents.definition().version();
    }
}
