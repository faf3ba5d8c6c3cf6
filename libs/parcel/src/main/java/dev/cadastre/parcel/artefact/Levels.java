package dev.cadastre.parcel.artefact;

import dev.cadastre.parcel.folder.ParcelFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The parcels that an artefact consists of: the lowest base first, its own last. Pure.
 *
 * @param all at least one
 */
record Levels(List<Level> all) {

    /**
     * One of them.
     *
     * @param name what a base is called; empty for the artefact's own
     * @param from its first layer
     * @param to behind its last layer
     * @param documents its documents by name
     * @param config what is told of a base; empty for the artefact's own
     */
    record Level(
            String name,
            int from,
            int to,
            SortedMap<String, String> documents,
            Optional<BaseConfig> config) {

        boolean has(int layer) {
            return layer >= from && layer < to;
        }

        Map<String, byte[]> contents() {
            Map<String, byte[]> contents = new TreeMap<>();
            documents.forEach(
                    (name, text) -> contents.put(name, text.getBytes(StandardCharsets.UTF_8)));
            return contents;
        }

        /** Those of the files that are in its layers. */
        Map<String, ParcelFile> files(List<LayeredFile> files) {
            Map<String, ParcelFile> own = new TreeMap<>();
            files.stream()
                    .filter(file -> has(file.layer()))
                    .forEach(file -> own.put(file.file().path(), file.file()));
            return own;
        }
    }

    static Levels of(ParcelConfig config, int layers) {
        List<BaseConfig> bases = new ArrayList<>();
        for (Optional<BaseConfig> base = config.base();
                base.isPresent();
                base = base.flatMap(BaseConfig::base)) {
            bases.add(base.get());
        }
        Collections.reverse(bases);
        List<Level> levels = new ArrayList<>();
        int from = 0;
        for (BaseConfig base : bases) {
            levels.add(
                    new Level(
                            base.name(), from, base.layers(), base.documents(), Optional.of(base)));
            from = base.layers();
        }
        levels.add(new Level("", from, layers, config.documents(), Optional.empty()));
        return new Levels(levels);
    }

    List<Level> bases() {
        return all.subList(0, all.size() - 1);
    }

    Level own() {
        return all.get(all.size() - 1);
    }
}
