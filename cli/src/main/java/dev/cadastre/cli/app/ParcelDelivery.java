package dev.cadastre.cli.app;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.parcel.ArchiveFile;
import dev.cadastre.cli.parcel.Attempt;
import dev.cadastre.cli.parcel.Candidates;
import dev.cadastre.cli.parcel.OneParcel;
import dev.cadastre.cli.parcel.OpenParcel;
import dev.cadastre.cli.parcel.Repositories;
import dev.cadastre.cli.parcel.RepositoryBases;
import dev.cadastre.cli.parcel.Wishes;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.server.Server;
import dev.cadastre.cli.session.Session;
import dev.cadastre.parcel.ParcelName;
import dev.cadastre.parcel.Requirement;
import dev.cadastre.parcel.artefact.ParcelArtefact;
import dev.cadastre.parcel.definition.ParcelDefinition;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.registry.ParcelSource;
import dev.cadastre.parcel.registry.ParcelVersion;
import dev.cadastre.parcel.resolution.Candidate;
import dev.cadastre.parcel.resolution.Resolution;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sees to it that a server has the parcels that an order needs. */
public final class ParcelDelivery {

    private static final String MEDIA_TYPE = "application/vnd.cadastre.parcel.archive";

    private final Session session;
    private final Server server;
    private final @Nullable String repository;
    private final List<String> bases;
    private final Wishes wishes;

    /**
     * From a repository, if one is named.
     *
     * @param repository where a parcel and what it requires are had from; null for the server
     * @param bases repositories with what a folder's parcel builds on
     * @param wishes which parcels are chosen of the repository
     */
    public ParcelDelivery(
            Session session, @Nullable String repository, List<String> bases, Wishes wishes) {
        this.session = session;
        this.server = session.server();
        this.repository = repository;
        this.bases = List.copyOf(bases);
        this.wishes = wishes;
    }

    /** Whether a word is a parcel on this machine: a file, or a folder that has one. */
    public static boolean isHere(String word) {
        return word.endsWith(".parcel")
                || word.indexOf('/') >= 0
                || Files.isRegularFile(java.nio.file.Path.of(word, ParcelDefinition.FILE));
    }

    /**
     * Sends what the server has not.
     *
     * @param word a folder, a file, {@code NAME:VERSION}, or a requirement
     * @return by which the server knows it
     */
    public String deliver(String word) {
        if (isHere(word)) {
            return Attempt.of(() -> ofThisMachine(word));
        }
        ServerParcels.requirement(word); // A word that makes no sense is told here.
        return repository == null ? word : Attempt.of(() -> ofRepository(word, repository));
    }

    private String ofThisMachine(String word) throws IOException {
        if (ParcelName.isName(word)) {
            session.remark("%s is the folder of that name here.".formatted(word));
        }
        Repositories repositories = new Repositories(session);
        List<ParcelSource> sources = new ArrayList<>();
        for (String base : bases) {
            sources.add(repositories.source(base));
        }
        ParcelSource others = repository == null ? null : repositories.source(repository);
        if (others != null) {
            sources.add(others);
        }
        try (OpenParcel parcel =
                OpenParcel.at(java.nio.file.Path.of(word), new RepositoryBases(sources))) {
            ParcelArtefact artefact = parcel.require(word);
            Candidate root = Candidates.of(artefact);
            if (others != null) {
                Resolution chosen = wishes.resolve(Candidates.of(others.catalogue()), root);
                sendAll(others, chosen, root.name());
            }
            send(OneParcel.of(parcel, word), version(root), artefact.descriptor());
            return version(root).toString();
        }
    }

    /**
     * What {@code NAME}, {@code NAME:VERSION} or {@code 'NAME RANGE'} asks for.
     *
     * @throws Failure if it is none of these
     */
    public static Requirement requirement(String word) {
        return ServerParcels.requirement(word);
    }

    private String ofRepository(String word, String from) throws IOException {
        ParcelSource source = new Repositories(session).source(from);
        Resolution chosen =
                wishes.resolve(Candidates.of(source.catalogue()), ServerParcels.requirement(word));
        sendAll(source, chosen, "");
        return version(chosen.chosen(chosen.parcel()).orElseThrow().candidate()).toString();
    }

    private static ParcelVersion version(Candidate parcel) {
        return new ParcelVersion(parcel.name(), parcel.version());
    }

    /** Sends all but one, which is sent by itself, and keeps what was chosen. */
    private void sendAll(ParcelSource source, Resolution chosen, String but) throws IOException {
        for (Resolution.Chosen one : chosen.parcels()) {
            ParcelVersion parcel = version(one.candidate());
            if (!parcel.name().equals(but)) {
                Descriptor manifest = source.catalogue().find(parcel.toString()).orElseThrow();
                send(source, parcel, manifest);
            }
        }
        if (wishes.lock() != null) {
            Files.writeString(wishes.lock(), chosen.lock().text());
            session.remark(wishes.lock() + " is written.");
        }
    }

    private void send(ParcelSource source, ParcelVersion parcel, Descriptor manifest)
            throws IOException {
        List<Descriptor> signatures = source.referrers(parcel, manifest);
        if (isThere(parcel, manifest, signatures)) {
            return;
        }
        session.remark("Sending " + parcel);
        java.nio.file.Path file = Files.createTempFile("cadastre-", ".parcel");
        try {
            ArchiveFile.write(new OneParcel(manifest, source.blobs(parcel), signatures), file);
            server.upload("POST", Path.of("parcels"), file, MEDIA_TYPE);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** A server that knows no signer of it may not have its signatures yet. */
    private boolean isThere(
            ParcelVersion parcel, Descriptor manifest, List<Descriptor> signatures) {
        Optional<Json> known = known(parcel);
        if (known.isEmpty()) {
            return false;
        }
        String digest = known.get().text("digest").orElse("");
        if (!digest.equals(manifest.digest())) {
            throw new Failure(
                    Failure.Kind.NO,
                    "The server has another content as %s: %s".formatted(parcel, digest),
                    "Give it another version, or remove that one from the server.");
        }
        return signatures.isEmpty() || !known.get().list("signers").isEmpty();
    }

    private Optional<Json> known(ParcelVersion parcel) {
        Path path = Path.of("parcels", parcel.name(), parcel.version());
        return server.has(path) ? Optional.of(server.read(path).at("parcel")) : Optional.empty();
    }
}
