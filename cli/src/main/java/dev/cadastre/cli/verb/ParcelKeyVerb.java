package dev.cadastre.cli.verb;

import dev.cadastre.cli.parcel.Attempt;
import dev.cadastre.cli.parcel.KeyPassword;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Session;
import dev.cadastre.parcel.trust.KeyAlgorithm;
import dev.cadastre.parcel.trust.KeyFiles;
import dev.cadastre.parcel.trust.SigningKey;
import dev.cadastre.parcel.trust.VerificationKey;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre parcel key NAME}. */
@Command(
        name = "key",
        description = {
            "Make a key pair to sign parcels by, and print what the estate file says of it.",
            "The files are NAME.key, behind a password, and NAME.pub. Keys of cosign do as well."
        },
        footer = {"", "Example: cadastre parcel key release"})
final class ParcelKeyVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "of the files, and of whoever signs")
    private String name = "";

    @Option(
            names = "--algorithm",
            description = "${COMPLETION-CANDIDATES}; Ed25519 if it is not said")
    private KeyAlgorithm algorithm = KeyAlgorithm.ED25519;

    @Option(
            names = "--to",
            paramLabel = "FOLDER",
            description = "where the files are put; here, if it is not said")
    private Path folder = Path.of("");

    @Option(names = "--without-password", description = "whoever gets the file can sign")
    private boolean open;

    @Option(
            names = "--show",
            paramLabel = "FILE",
            description = "print what the estate file says of a public key that is there")
    private @Nullable Path shown;

    ParcelKeyVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (!name.matches("[A-Za-z0-9._-]{1,100}")) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    name + " is no name of a signer",
                    "Use letters, digits and . _ -; say by --to where the files are put.");
        }
        VerificationKey key =
                Attempt.of(() -> shown == null ? made() : KeyFiles.readVerificationKey(shown));
        session.printer().line("[signer %s]".formatted(name));
        session.printer().line("key = " + key.line());
        session.remark("The key's id is " + key.keyId() + ".");
        return 0;
    }

    private VerificationKey made() throws IOException {
        SecureRandom random = new SecureRandom();
        SigningKey key = SigningKey.generate(algorithm, random);
        Path place = folder.toAbsolutePath();
        if (open) {
            KeyFiles.writeUnprotected(place, name, key);
        } else {
            KeyFiles.write(place, name, key, KeyPassword.choose(session), random);
        }
        return key.verificationKey();
    }
}
