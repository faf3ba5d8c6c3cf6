package dev.cadastre.parcel;

import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.artefact.ArchiveWriter;
import dev.cadastre.parcel.artefact.ArtefactReading;
import dev.cadastre.parcel.artefact.ArtefactRefused;
import dev.cadastre.parcel.artefact.BuiltParcel;
import dev.cadastre.parcel.artefact.ParcelArchive;
import dev.cadastre.parcel.artefact.ParcelArtefact;
import dev.cadastre.parcel.artefact.ParcelBuilder;
import dev.cadastre.parcel.artefact.ParcelBuilding;
import dev.cadastre.parcel.artefact.ParcelContents;
import dev.cadastre.parcel.oci.Blobs;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.ImageIndex;
import dev.cadastre.parcel.oci.LayoutFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What this implementation says of an input.
 *
 * @param problems all of them
 * @param contents empty if there is an error among them
 * @param manifest of the artefact, read or built
 * @param file the one file that was built of a folder
 */
record ConformanceAnswer(
        List<Problem> problems,
        Optional<ParcelContents> contents,
        Optional<Descriptor> manifest,
        Optional<Path> file) {

    /** Builds a folder; what was built is then checked itself. */
    static ConformanceAnswer ofFolder(Path folder, List<Path> bases, Path built)
            throws IOException {
        try (ConformanceBases known = new ConformanceBases(bases)) {
            ParcelBuilding building = ParcelBuilder.build(folder, known);
            if (building.parcel().isEmpty()) {
                return refused(building.problems());
            }
            BuiltParcel parcel = building.parcel().get();
            try (OutputStream out = Files.newOutputStream(built)) {
                ArchiveWriter.write(out, parcel, parcel.manifest(), List.of());
            }
            ConformanceAnswer read = ofArtefact(built);
            return new ConformanceAnswer(
                    read.problems(), read.contents(), read.manifest(), Optional.of(built));
        }
    }

    /** Reads all of a file, or of a layout's folder. */
    static ConformanceAnswer ofArtefact(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            LayoutFolder layout = LayoutFolder.open(path);
            return read(layout, only(layout.index()));
        }
        try (ParcelArchive archive = ParcelArchive.open(path)) {
            return read(archive, archive.parcel());
        } catch (ArtefactRefused e) {
            return refused(e.problems());
        }
    }

    private static Descriptor only(ImageIndex index) {
        if (index.manifests().size() != 1) {
            throw new AssertionError("The layout of a case has one manifest: " + index);
        }
        return index.manifests().get(0);
    }

    private static ConformanceAnswer read(Blobs blobs, Descriptor manifest) throws IOException {
        ArtefactReading reading = ParcelArtefact.open(blobs, manifest);
        List<Problem> problems = new ArrayList<>(reading.problems());
        if (reading.artefact().isPresent()) {
            problems.addAll(reading.artefact().get().verify());
        }
        return new ConformanceAnswer(
                problems,
                reading.artefact().map(ParcelArtefact::contents),
                Optional.of(manifest),
                Optional.empty());
    }

    private static ConformanceAnswer refused(List<Problem> problems) {
        return new ConformanceAnswer(
                problems, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
