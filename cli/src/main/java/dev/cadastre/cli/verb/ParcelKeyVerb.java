package dev.cadastre.cli.verb;

import dev.cadastre.cli.parcel.Attempt;
import dev.cadastre.cli.parcel.KeyPassword;
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
        Path here = Path.of("").toAbsolutePath();
        if (open) {
            KeyFiles.writeUnprotected(here, name, key);
        } else {
            KeyFiles.write(here, name, key, KeyPassword.choose(session), random);
        }
        return key.verificationKey();
    }
}
