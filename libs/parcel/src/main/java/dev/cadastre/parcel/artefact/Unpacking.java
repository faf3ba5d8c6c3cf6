package dev.cadastre.parcel.artefact;

import dev.cadastre.change.archive.NewFolder;
import dev.cadastre.ini.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts the files of an artefact into a new folder, all or none. */
final class Unpacking {

    private Unpacking() {}

    static void unpack(
            ParcelArtefact artefact,
            List<LayerKind> kinds,
            Map<String, byte[]> documents,
            Path folder)
            throws IOException {
        try (NewFolder target = NewFolder.beside(folder)) {
            for (Map.Entry<String, byte[]> document : documents.entrySet()) {
                target.write(document.getKey(), document.getValue());
            }
            List<Problem> problems = new ArrayList<>();
            for (int i = 0; i < artefact.manifest().layers().size(); i++) {
                String type = artefact.manifest().layers().get(i).mediaType();
                if (LayerKind.ofMediaType(type).filter(kinds::contains).isPresent()) {
                    problems.addAll(
                            new LayerReading(artefact, i).read(artefact.blobs(), target::file));
                }
            }
            if (!problems.isEmpty()) {
                throw new ArtefactRefused(problems);
            }
            target.become();
        }
    }
}
