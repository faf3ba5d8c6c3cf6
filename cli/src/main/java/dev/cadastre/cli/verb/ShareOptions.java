package dev.cadastre.cli.verb;

import dev.cadastre.cli.parcel.Attempt;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Session;
import dev.cadastre.cli.share.ShareCertificate;
import dev.cadastre.cli.share.SharePlace;
import dev.cadastre.cli.time.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Whether others see an app that is tried. */
final class ShareOptions {

    private static final String USUAL = "1h";

    @Option(
            names = "--share",
            arity = "0..1",
            paramLabel = "DURATION",
            parameterConsumer = IfDuration.class,
            description =
                    "print a link by which others see it for so long (1h if not said), by TLS"
                            + " unless on loopback")
    private @Nullable String duration;

    @Option(
            names = "--share-on",
            paramLabel = "ADDRESS[:PORT]",
            description =
                    "an address of this machine for the link; the one by which it reaches others")
    private @Nullable String address;

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description = "the certificate of the link (PEM), in place of one that nobody knows")
    private @Nullable Path certificate;

    @Option(names = "--key", paramLabel = "FILE", description = "its key (PEM, PKCS #8)")
    private @Nullable Path key;

    /** What follows is its own only if it is a duration; otherwise it is the parcel. */
    static final class IfDuration implements IParameterConsumer {
        @Override
        @SuppressWarnings("JdkObsolete") // As picocli has it.
        public void consumeParameters(Stack<String> words, ArgSpec option, CommandSpec command) {
            boolean isNext = !words.isEmpty() && Span.parse(words.peek()).isPresent();
            option.setValue(isNext ? words.pop() : USUAL);
        }
    }

    /** Where it is shared; null if it is not. */
    @Nullable SharePlace place(Session session) {
        if (duration == null) {
            if (address != null || certificate != null || key != null) {
                throw new Failure(
                        Failure.Kind.USAGE,
                        "--share-on, --certificate and --key are of a link",
                        "Say --share, too.");
            }
            return null;
        }
        String wanted = duration;
        return SharePlace.take(session, address, () -> session.after(wanted), certificate());
    }

    private @Nullable ShareCertificate certificate() {
        if (certificate == null && key == null) {
            return null;
        }
        if (certificate == null || key == null) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "A certificate has a key",
                    "Write both of --certificate and --key.");
        }
        Path chain = certificate;
        Path secret = key;
        return Attempt.of(() -> read(chain, secret));
    }

    private static ShareCertificate read(Path chain, Path key) throws IOException {
        try {
            return ShareCertificate.given(Files.readAllBytes(chain), Files.readString(key));
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    Failure.Kind.NO,
                    "%s and %s cannot be used: %s".formatted(chain, key, e.getMessage()),
                    e,
                    "Name a certificate in PEM and its key in PKCS #8 without a password.");
        }
    }
}
