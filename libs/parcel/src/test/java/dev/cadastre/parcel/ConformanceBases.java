package dev.cadastre.parcel;

import dev.cadastre.parcel.artefact.Bases;
import dev.cadastre.parcel.artefact.ParcelArchive;
import dev.cadastre.parcel.artefact.ParcelArtefact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The parcels that a case may build on, in their files; those that are wrong are not to be had. */
final class ConformanceBases implements Bases, AutoCloseable {

    private final List<ParcelArchive> archives = new ArrayList<>();

    ConformanceBases(List<Path> files) throws IOException {
        for (Path file : files) {
            archives.add(ParcelArchive.open(file));
        }
    }

    /** Versions before a release are taken if nothing else is to be had; no case names one. */
    @Override
    public Optional<ParcelArtefact> find(Requirement base) throws IOException {
        List<ParcelArtefact> fitting = new ArrayList<>();
        for (ParcelArchive archive : archives) {
            Optional<ParcelArtefact> read =
                    ParcelArtefact.open(archive, archive.parcel()).artefact();
            if (read.isPresent() && base.isMetBy(itself(read.get()))) {
                fitting.add(read.get());
            }
        }
        Optional<ParcelArtefact> best =
                fitting.stream()
                        .max(
                                Comparator.comparing(ConformanceBases::isRelease)
                                        .thenComparing(
                                                each -> itself(each).version(),
                                                ParcelName.VERSIONS::compare));
        return best.isPresent() && best.get().verify().isEmpty() ? best : Optional.empty();
    }

    private static boolean isRelease(ParcelArtefact parcel) {
        return !itself(parcel).version().contains("-");
    }

    private static Provision itself(ParcelArtefact parcel) {
        return new Provision(
                parcel.contents().definition().name(), parcel.contents().definition().version());
    }

    @Override
    public void close() throws IOException {
        for (ParcelArchive archive : archives) {
            archive.close();
        }
    }
}
