package dev.cadastre.cli.parcel;

import dev.cadastre.parcel.Provision;
import dev.cadastre.parcel.Requirement;
import dev.cadastre.parcel.artefact.ParcelArtefact;
import dev.cadastre.parcel.definition.ParcelDefinition;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.ImageIndex;
import dev.cadastre.parcel.registry.ParcelVersion;
import dev.cadastre.parcel.resolution.Candidate;
import dev.cadastre.parcel.resolution.Catalogue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What may be chosen of a repository, by what its index says of each parcel. Pure. */
public final class Candidates {

    private static final String PROVIDES = "dev.cadastre.parcel.provides";
    private static final String REQUIRES = "dev.cadastre.parcel.requires";

    private Candidates() {}

    /** All of an index; what is listed wrongly is left out, since nobody could use it. */
    public static Catalogue of(ImageIndex index) {
        return Catalogue.of(
                index.manifests().stream().flatMap(one -> candidate(one).stream()).toList());
    }

    /** One that was read. */
    public static Candidate of(ParcelArtefact artefact) {
        ParcelDefinition definition = artefact.contents().definition();
        return new Candidate(
                definition.name(),
                definition.version(),
                List.copyOf(definition.provides().values()),
                List.copyOf(definition.requires().values()),
                artefact.descriptor().digest());
    }

    private static Optional<Candidate> candidate(Descriptor listed) {
        return ParcelVersion.of(listed)
                .flatMap(parcel -> {
                    try {
                        return Optional.of(
                                new Candidate(
                                        parcel.name(),
                                        parcel.version(),
                                        provisions(listed),
                                        lines(listed, REQUIRES).map(Requirement::parse).toList(),
                                        listed.digest()));
                    } catch (IllegalArgumentException e) {
                        return Optional.empty();
                    }
                });
    }

    private static List<Provision> provisions(Descriptor listed) {
        return lines(listed, PROVIDES)
                .map(line -> line.split(" ", 2))
                .map(parts -> new Provision(parts[0], parts.length < 2 ? "" : parts[1]))
                .toList();
    }

    private static Stream<String> lines(Descriptor listed, String annotation) {
        return listed.annotations().getOrDefault(annotation, "").lines();
    }
}
