package dev.cadastre.cli.verb;

import dev.cadastre.cli.parcel.ArchiveFile;
import dev.cadastre.cli.parcel.Attempt;
import dev.cadastre.cli.parcel.Copies;
import dev.cadastre.cli.parcel.KeyPassword;
import dev.cadastre.cli.parcel.OneParcel;
import dev.cadastre.cli.parcel.OpenParcel;
import dev.cadastre.cli.parcel.Repositories;
import dev.cadastre.cli.parcel.SignedBlobs;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Session;
import dev.cadastre.parcel.artefact.ParcelArtefact;
import dev.cadastre.parcel.artefact.ParcelBase;
import dev.cadastre.parcel.definition.ParcelDefinition;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.registry.Listing;
import dev.cadastre.parcel.trust.Envelope;
import dev.cadastre.parcel.trust.KeyFiles;
import dev.cadastre.parcel.trust.Provenance;
import dev.cadastre.parcel.trust.SignatureArtefact;
import dev.cadastre.parcel.trust.SigningKey;
import dev.cadastre.parcel.trust.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cadastre parcel sign PARCEL --key FILE}. */
@Command(
        name = "sign",
        description = {
            "Sign a parcel, and say what it was built of: in its file, or in a repository.",
            "Where nobody sits, CADASTRE_SECRET_PARCEL_KEY is the key's password."
        },
        footer = {
            "",
            "Example: cadastre parcel sign shop-1.4.2.parcel --key release.key",
            "         cadastre parcel sign shop:1.4.2 --from oci://registry.example.com/parcels --key cosign.key"
        })
final class ParcelSignVerb implements Callable<Integer> {

    private static final String BUILDER = "urn:cadastre:command-line";

    private final Session session;

    @Mixin private final ParcelChoice choice = new ParcelChoice();

    @Option(
            names = "--key",
            required = true,
            paramLabel = "FILE",
            description = "the private key, as `parcel key` or cosign make it")
    private Path key = Path.of("");

    @Option(names = "--source", paramLabel = "URI", description = "where its sources are")
    private @Nullable String source;

    @Option(names = "--commit", paramLabel = "HEX", description = "of the sources")
    private @Nullable String commit;

    ParcelSignVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (source != null && commit == null) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "--source says nothing without the commit",
                    "Name the commit that it was built from by --commit.");
        }
        if (choice.repository() == null && !Files.isRegularFile(Path.of(choice.text()))) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "A signature is of what does not change",
                    "Build the folder, and sign the file: cadastre parcel build " + choice.text());
        }
        return Attempt.of(() -> {
            try (OpenParcel parcel = choice.open(session)) {
                return sign(parcel, parcel.require(choice.text()));
            }
        });
    }

    private int sign(OpenParcel parcel, ParcelArtefact artefact) throws IOException {
        SigningKey signingKey = signingKey();
        SignatureArtefact signature =
                new SignatureArtefact(
                        artefact.manifest().descriptor(),
                        Envelope.sign(
                                Statement.PAYLOAD_TYPE,
                                statement(artefact).bytes(),
                                List.of(signingKey)));
        SignedBlobs blobs = new SignedBlobs(artefact.blobs(), signature);
        List<Descriptor> signatures = new ArrayList<>(parcel.signatures());
        signatures.add(Listing.referrer(blobs.manifest().descriptor(), blobs.manifest()));
        OneParcel signed = new OneParcel(artefact.descriptor(), blobs, signatures);
        session.remark("Signed by the key " + signingKey.verificationKey().keyId() + ".");
        if (choice.repository() != null) {
            return new Copies(session)
                    .copy(
                            signed.catalogue().manifests(),
                            signed,
                            new Repositories(session).target(choice.repository()));
        }
        ArchiveFile.write(signed, Path.of(choice.text()));
        return 0;
    }

    private SigningKey signingKey() throws IOException {
        return KeyFiles.readSigningKey(
                key, KeyFiles.isEncrypted(key) ? KeyPassword.ask(session) : new char[0]);
    }

    private Statement statement(ParcelArtefact artefact) {
        Instant now = session.surroundings().clock().instant();
        ParcelDefinition definition = artefact.contents().definition();
        Provenance provenance = Provenance.of(BUILDER, now, now);
        if (artefact.base().isPresent()) {
            ParcelBase base = artefact.base().get();
            provenance = provenance.basedOn(base.toString(), base.digest());
        }
        if (commit != null) {
            provenance = provenance.builtFrom(source == null ? "" : source, commit);
        }
        return Statement.of(
                artefact.manifest().descriptor(),
                definition.name(),
                definition.version(),
                provenance);
    }
}
