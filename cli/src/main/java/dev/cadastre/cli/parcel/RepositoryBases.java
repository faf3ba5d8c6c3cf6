package dev.cadastre.cli.parcel;

import dev.cadastre.cli.change.Problems;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.parcel.ParcelName;
import dev.cadastre.parcel.Range;
import dev.cadastre.parcel.Requirement;
import dev.cadastre.parcel.artefact.ArtefactReading;
import dev.cadastre.parcel.artefact.Bases;
import dev.cadastre.parcel.artefact.ParcelArtefact;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.registry.ParcelSource;
import dev.cadastre.parcel.registry.ParcelVersion;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Looks for what parcels build on in repositories, the first of which that has a version that fits
 * counts, and takes the newest of it.
 *
 * @param sources in their order
 */
public record RepositoryBases(List<ParcelSource> sources) implements Bases {

    /** Copies the list. */
    public RepositoryBases {
        sources = List.copyOf(sources);
    }

    @Override
    public Optional<ParcelArtefact> find(Requirement base) throws IOException {
        for (ParcelSource source : sources) {
            Optional<Descriptor> newest = newest(source, base);
            if (newest.isPresent()) {
                ParcelVersion parcel = ParcelVersion.of(newest.get()).orElseThrow();
                ArtefactReading reading = ParcelArtefact.open(source.blobs(parcel), newest.get());
                new Problems()
                        .add(reading.problems())
                        .require("The base " + parcel, "used", Failure.Kind.NO);
                return reading.artefact();
            }
        }
        return Optional.empty();
    }

    private static Optional<Descriptor> newest(ParcelSource source, Requirement base)
            throws IOException {
        Range range = new Range(base.range());
        return source.catalogue().manifests().stream()
                .filter(listed ->
                        ParcelVersion.of(listed)
                                .filter(one -> one.name().equals(base.name()))
                                .filter(one -> range.contains(one.version()))
                                .isPresent())
                .max(
                        Comparator.comparing(
                                RepositoryBases::version, ParcelName.VERSIONS.comparator()));
    }

    private static String version(Descriptor listed) {
        return ParcelVersion.of(listed).orElseThrow().version();
    }
}
