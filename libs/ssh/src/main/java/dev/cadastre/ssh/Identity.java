package dev.cadastre.ssh;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that proves who we are. Secrets are asked for when needed and wiped after use; none is
 * kept in a value of this type.
 */
public sealed interface Identity {
    /** What an operator would call it; never contains a secret. */
    String describe();

    /**
     * A private key file in OpenSSH or PEM format (ed25519, rsa or ecdsa).
     *
     * @param passphrase asked only if the key is encrypted, once for each new connection; the array
     *     it returns is wiped. A null supplier means there is none.
     */
    record KeyFile(Path file, @Nullable Supplier<char[]> passphrase) implements Identity {
        /** A key that is not encrypted. */
        public KeyFile(Path file) {
            this(file, null);
        }

        @Override
        public String describe() {
            return "key file " + file;
        }
    }

    /** All keys of the SSH agent that listens on a Unix domain socket. */
    record Agent(Path socket) implements Identity {
        /** The agent that {@code SSH_AUTH_SOCK} names, if it names one. */
        public static Optional<Agent> ofEnvironment() {
            return Optional.ofNullable(System.getenv("SSH_AUTH_SOCK"))
                    .filter(name -> !name.isEmpty())
                    .map(name -> new Agent(Path.of(name)));
        }

        @Override
        public String describe() {
            return "agent " + socket;
        }
    }

    /** A password; the array that the supplier returns is wiped after use. */
    record Password(Supplier<char[]> secret) implements Identity {
        @Override
        public String describe() {
            return "password";
        }
    }
}
