package dev.cadastre.parcel.artefact;

import dev.cadastre.change.archive.FilePaths;
import dev.cadastre.ini.Problems;
import dev.cadastre.ini.Quoted;
import dev.cadastre.parcel.folder.ParcelRules;
import dev.cadastre.parcel.oci.Descriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the layers and files that a manifest and a config list can be those of a parcel. Pure.
 */
final class LayerRules {

    /** Headers and padding beside what files hold. */
    static final long MOST_BYTES = 2 * ParcelRules.MOST_BYTES;

    private final ParcelConfig config;
    private final List<Descriptor> layers;
    private final List<Optional<LayerKind>> kinds = new ArrayList<>();
    private final Problems problems;

    LayerRules(ParcelConfig config, List<Descriptor> layers, Problems problems) {
        this.config = config;
        this.layers = layers;
        this.problems = problems;
    }

    void check() {
        layers.forEach(layer -> kinds.add(LayerKind.ofMediaType(layer.mediaType())));
        for (int i = 0; i < layers.size(); i++) {
            layer(i);
        }
        Levels.of(config, layers.size()).all().forEach(this::level);
        String before = "";
        for (LayeredFile file : config.files()) {
            file(file);
            if (FilePaths.ORDER.compare(before, file.file().path()) >= 0) {
                note(
                        Trouble.CONFIG,
                        "parcel.not-canonical",
                        "files are not sorted, or one is listed twice");
                return;
            }
            before = file.file().path();
        }
    }

    private void note(String part, String code, String message) {
        problems.add(Trouble.of(part, code, message));
    }

    private void layer(int number) {
        Descriptor layer = layers.get(number);
        if (kinds.get(number).isEmpty()) {
            note(
                    Trouble.layer(number),
                    "parcel.artefact-broken",
                    "no parcel has a layer of the type " + Quoted.of(layer.mediaType()));
        }
        if (layer.size() > MOST_BYTES) {
            note(
                    Trouble.layer(number),
                    "parcel.too-large",
                    "it has %d bytes, more than %d".formatted(layer.size(), MOST_BYTES));
        }
    }

    private void level(Levels.Level level) {
        boolean isSorted = level.from() <= level.to() && level.to() <= layers.size();
        for (int i = level.from() + 1; isSorted && i < level.to(); i++) {
            isSorted = ordinal(i - 1) < ordinal(i);
        }
        if (!isSorted) {
            note(
                    Trouble.MANIFEST,
                    "parcel.artefact-broken",
                    "its layers are not in the order of a parcel's");
        }
    }

    private int ordinal(int layer) {
        return kinds.get(layer).map(LayerKind::ordinal).orElse(-1);
    }

    private void file(LayeredFile file) {
        String path = file.file().path();
        ParcelRules.problem(path)
                .ifPresent(why -> note(path, "parcel.file-name", "the name " + why));
        boolean isThere =
                file.layer() < layers.size()
                        && kinds.get(file.layer()).map(kind -> kind.takes(path)).orElse(true);
        if (!isThere) {
            note(path, "parcel.layer-differs", "it cannot be in layer " + file.layer());
        }
    }
}
