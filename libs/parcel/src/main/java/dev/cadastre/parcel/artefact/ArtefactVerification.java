package dev.cadastre.parcel.artefact;

import dev.cadastre.ini.Problem;
import dev.cadastre.ini.Problems;
import dev.cadastre.parcel.folder.ParcelFile;
import dev.cadastre.parcel.oci.Descriptor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads all layers, and builds each base anew of what is in the first of them, so that it is proved
 * to be the one whose digest the config states. For one artefact.
 */
final class ArtefactVerification {

    private final ParcelArtefact artefact;
    private final Problems problems = new Problems(Trouble.MANIFEST);
    private final List<List<ParcelFile>> listings = new ArrayList<>();

    ArtefactVerification(ParcelArtefact artefact) {
        this.artefact = artefact;
    }

    List<Problem> problems() throws IOException {
        for (int i = 0; i < artefact.manifest().layers().size(); i++) {
            LayerReading layer = new LayerReading(artefact, i);
            problems.addAll(layer.read(artefact.blobs(), LayerTarget.NONE));
            listings.add(layer.files());
        }
        if (problems.hasNoErrors()) {
            bases();
        }
        return problems.list();
    }

    private void bases() {
        Optional<ParcelContents> below = Optional.empty();
        Map<String, LayeredFile> files = new TreeMap<>();
        int layers = listings.size();
        for (Levels.Level level : Levels.of(artefact.config(), layers).bases()) {
            Map<String, ParcelFile> own = new TreeMap<>();
            for (int i = level.from(); i < level.to(); i++) {
                int number = i;
                listings.get(i).forEach(file -> own.put(file.path(), file));
                listings.get(i)
                        .forEach(file -> files.put(file.path(), new LayeredFile(file, number)));
            }
            ContentsReading reading =
                    new ContentsReader(level.contents(), own, below, true, true).read();
            reading.problems().stream()
                    .map(problem -> Trouble.within(level.name(), problem))
                    .forEach(problems::add);
            below = reading.contents();
            if (below.isEmpty()) {
                return;
            }
            compare(level, below.get(), files);
        }
    }

    private void compare(
            Levels.Level level, ParcelContents contents, Map<String, LayeredFile> files) {
        BaseConfig told = level.config().orElseThrow();
        List<Descriptor> layers =
                artefact.manifest().layers().subList(0, level.to()).stream()
                        .map(Assembly::plain)
                        .toList();
        List<LayeredFile> sorted =
                contents.files().keySet().stream()
                        .flatMap(path -> Optional.ofNullable(files.get(path)).stream())
                        .toList();
        Assembly anew =
                Assembly.of(contents.definition(), level.documents(), sorted, layers, told.base());
        if (!anew.manifest().descriptor().digest().equals(told.digest())) {
            problems.add(Trouble.notCanonical("base " + level.name()));
        }
    }
}
