package dev.cadastre.parcel.artefact;

import dev.cadastre.change.tar.TarEntry;
import dev.cadastre.change.tar.TarReader;
import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.folder.ParcelFile;
import dev.cadastre.parcel.oci.Digests;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Finds one file in its layer.
 *
 * @param artefact where it is
 */
record FileReading(ParcelArtefact artefact) {

    Optional<byte[]> read(String path, int most) throws IOException {
        Optional<LayeredFile> listed =
                artefact.config().files().stream()
                        .filter(file -> file.file().path().equals(path))
                        .findFirst();
        if (listed.isPresent() && listed.get().file().size() > most) {
            throw refused(
                    Trouble.of(
                            path, "parcel.too-large", "it has more than %d bytes".formatted(most)));
        }
        return listed.isPresent() ? Optional.of(content(listed.get())) : Optional.empty();
    }

    private static ArtefactRefused refused(Problem problem) {
        return new ArtefactRefused(List.of(problem));
    }

    private byte[] content(LayeredFile listed) throws IOException {
        String part = Trouble.layer(listed.layer());
        try (InputStream in =
                new BufferedInputStream(
                        artefact.blobs().open(artefact.manifest().layers().get(listed.layer())))) {
            byte[] content = find(new TarReader(in), listed.file());
            if (Digests.of(content).equals(listed.file().digest())) {
                return content;
            }
        } catch (IOException e) {
            throw refused(Trouble.of(part, e));
        }
        throw refused(
                Trouble.of(
                        part,
                        "parcel.layer-differs",
                        listed.file().path() + " is not the file that is listed"));
    }

    /** Nothing if it is not there, or not of its size. */
    private static byte[] find(TarReader tar, ParcelFile file) throws IOException {
        for (Optional<TarEntry> next = tar.next(); next.isPresent(); next = tar.next()) {
            TarEntry entry = next.get();
            if (entry.kind() == TarEntry.Kind.FILE
                    && entry.name().equals(file.path())
                    && entry.size() == file.size()) {
                return tar.content().readAllBytes();
            }
        }
        return new byte[0];
    }
}
