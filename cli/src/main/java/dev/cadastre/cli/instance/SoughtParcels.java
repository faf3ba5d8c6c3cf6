package dev.cadastre.cli.instance;

import dev.cadastre.cli.app.ParcelDelivery;
import dev.cadastre.cli.parcel.Candidates;
import dev.cadastre.cli.parcel.OpenParcel;
import dev.cadastre.cli.parcel.Repositories;
import dev.cadastre.cli.parcel.RepositoryBases;
import dev.cadastre.cli.parcel.Wishes;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Session;
import dev.cadastre.parcel.artefact.ParcelArtefact;
import dev.cadastre.parcel.definition.ParcelDefinition;
import dev.cadastre.parcel.registry.ParcelSource;
import dev.cadastre.parcel.registry.ParcelVersion;
import dev.cadastre.parcel.resolution.Catalogue;
import dev.cadastre.parcel.resolution.Resolution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gets a parcel, and all that it requires: from a repository, or, if none is named, from the
 * folders beside its own.
 */
final class SoughtParcels {

    private static final int MOST_BESIDE = 100;

    private final Repositories repositories;
    private final @Nullable String repository;
    private final List<String> bases;
    private final Wishes wishes;
    private final Path scratch;
    private final Map<String, ParcelArtefact> here = new HashMap<>();

    /**
     * Of these places.
     *
     * @param repository null for none
     * @param bases repositories with what a folder's parcel builds on
     * @param scratch where they are unpacked
     */
    SoughtParcels(
            Session session,
            @Nullable String repository,
            List<String> bases,
            Wishes wishes,
            Path scratch) {
        this.repositories = new Repositories(session);
        this.repository = repository;
        this.bases = List.copyOf(bases);
        this.wishes = wishes;
        this.scratch = scratch;
    }

    /**
     * All of them, each behind those that it needs.
     *
     * @param word as for a deployment
     * @throws Failure if one is not there, or nothing goes together
     */
    List<TriedParcel> find(String word) throws IOException {
        ParcelSource source = repository == null ? null : repositories.source(repository);
        if (ParcelDelivery.isHere(word)) {
            return ofThisMachine(Path.of(word), source);
        }
        if (source == null) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "There is no folder or file %s here".formatted(word),
                    "Name one, or say where the parcel is had from: --from REPO.");
        }
        return unpacked(
                wishes.resolve(Candidates.of(source.catalogue()), ParcelDelivery.requirement(word)),
                source);
    }

    private List<TriedParcel> ofThisMachine(Path path, @Nullable ParcelSource source)
            throws IOException {
        RepositoryBases found = bases(source);
        try (OpenParcel parcel = OpenParcel.at(path, found)) {
            ParcelArtefact artefact = parcel.require(path.toString());
            here.put(artefact.contents().definition().name(), artefact);
            if (source == null && !artefact.contents().definition().requires().isEmpty()) {
                beside(path, found);
            }
            Catalogue catalogue =
                    source == null
                            ? Catalogue.of(here.values().stream().map(Candidates::of).toList())
                            : Candidates.of(source.catalogue());
            return unpacked(wishes.resolve(catalogue, Candidates.of(artefact)), source);
        }
    }

    private RepositoryBases bases(@Nullable ParcelSource source) throws IOException {
        List<ParcelSource> sources = new ArrayList<>();
        for (String base : bases) {
            sources.add(repositories.source(base));
        }
        if (source != null) {
            sources.add(source);
        }
        return new RepositoryBases(sources);
    }

    /** What cannot be built is no reason against the parcel, unless that is what it needs. */
    private void beside(Path path, RepositoryBases found) throws IOException {
        Path parent = path.toAbsolutePath().normalize().getParent();
        if (parent == null) {
            return;
        }
        List<Path> folders;
        try (Stream<Path> all = Files.list(parent)) {
            folders =
                    all.filter(one -> Files.isRegularFile(one.resolve(ParcelDefinition.FILE)))
                            .sorted()
                            .limit(MOST_BESIDE)
                            .toList();
        }
        for (Path folder : folders) {
            try (OpenParcel parcel = OpenParcel.at(folder, found)) {
                parcel.artefact()
                        .ifPresent(
                                one -> here.putIfAbsent(one.contents().definition().name(), one));
            }
        }
    }

    private List<TriedParcel> unpacked(Resolution chosen, @Nullable ParcelSource source)
            throws IOException {
        List<TriedParcel> parcels = new ArrayList<>();
        for (Resolution.Chosen one : chosen.parcels()) {
            String name = one.candidate().name();
            ParcelArtefact artefact = here.get(name);
            if (artefact != null) {
                parcels.add(unpacked(artefact, one.bindings()));
                continue;
            }
            ParcelVersion version = new ParcelVersion(name, one.candidate().version());
            try (OpenParcel parcel = OpenParcel.of(Objects.requireNonNull(source), version)) {
                parcels.add(unpacked(parcel.require(version.toString()), one.bindings()));
            }
        }
        return parcels;
    }

    private TriedParcel unpacked(ParcelArtefact artefact, Map<String, String> bindings)
            throws IOException {
        Path folder = scratch.resolve("parcel-" + artefact.contents().definition().name());
        artefact.unpack(folder);
        return new TriedParcel(artefact.contents(), folder, bindings);
    }
}
