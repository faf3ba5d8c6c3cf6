package dev.cadastre.cli.parcel;

import dev.cadastre.cli.change.Problems;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.artefact.ArtefactReading;
import dev.cadastre.parcel.artefact.Bases;
import dev.cadastre.parcel.artefact.BuiltParcel;
import dev.cadastre.parcel.artefact.ParcelArchive;
import dev.cadastre.parcel.artefact.ParcelArtefact;
import dev.cadastre.parcel.artefact.ParcelBuilder;
import dev.cadastre.parcel.artefact.ParcelBuilding;
import dev.cadastre.parcel.oci.Blobs;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.registry.ParcelSource;
import dev.cadastre.parcel.registry.ParcelVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A parcel that somebody named: a folder, which is built; a file; or {@code NAME:VERSION} of a
 * repository. Closing it closes what was opened for it.
 *
 * @param artefact what was read of it; empty if it cannot be used
 * @param signatures what refers to it
 * @param problems all that is wrong, or doubtful
 * @param held what is closed with it
 */
public record OpenParcel(
        Optional<ParcelArtefact> artefact,
        List<Descriptor> signatures,
        List<Problem> problems,
        AutoCloseable held)
        implements AutoCloseable {

    /** Copies what can be changed. */
    public OpenParcel {
        signatures = List.copyOf(signatures);
        problems = List.copyOf(problems);
    }

    /** One on this machine. */
    public static OpenParcel at(Path path, Bases bases) throws IOException {
        return Files.isDirectory(path) ? built(path, bases) : archived(path);
    }

    private static OpenParcel built(Path folder, Bases bases) throws IOException {
        ParcelBuilding building = ParcelBuilder.build(folder, bases);
        if (building.parcel().isEmpty()) {
            return new OpenParcel(Optional.empty(), List.of(), building.problems(), () -> {});
        }
        BuiltParcel parcel = building.parcel().get();
        ArtefactReading reading = ParcelArtefact.open(parcel, parcel.manifest());
        return new OpenParcel(reading.artefact(), List.of(), building.problems(), () -> {});
    }

    private static OpenParcel archived(Path file) throws IOException {
        ParcelArchive archive = ParcelArchive.open(file);
        try {
            Descriptor parcel = archive.parcel();
            List<Descriptor> others =
                    archive.index().manifests().stream()
                            .filter(one -> !one.digest().equals(parcel.digest()))
                            .toList();
            return read(archive, parcel, others, archive);
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    /**
     * One of a repository.
     *
     * @throws Failure if it is not there
     */
    public static OpenParcel of(ParcelSource source, ParcelVersion wanted) throws IOException {
        Descriptor manifest =
                source.catalogue()
                        .find(wanted.toString())
                        .orElseThrow(() ->
                                new Failure(
                                        Failure.Kind.NO,
                                        "There is no parcel " + wanted,
                                        "See what there is: cadastre parcel search."));
        return read(source.blobs(wanted), manifest, source.referrers(wanted, manifest), () -> {});
    }

    private static OpenParcel read(
            Blobs blobs, Descriptor manifest, List<Descriptor> signatures, AutoCloseable held)
            throws IOException {
        ArtefactReading reading = ParcelArtefact.open(blobs, manifest);
        return new OpenParcel(reading.artefact(), signatures, reading.problems(), held);
    }

    /**
     * What was read.
     *
     * @throws Failure if it cannot be used, with all that is wrong
     */
    public ParcelArtefact require(String what) {
        new Problems().add(problems).require(what, "used", Failure.Kind.NO);
        return artefact.orElseThrow(() ->
                new Failure(Failure.Kind.NO, what + " is no parcel", "Name a folder or a file."));
    }

    @Override
    public void close() throws IOException {
        try {
            held.close();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Nothing else is held", e);
        }
    }
}
