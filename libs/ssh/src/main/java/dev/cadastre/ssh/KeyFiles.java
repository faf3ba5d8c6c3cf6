package dev.cadastre.ssh;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.jspecify.annotations.Nullable;

/**
 * Reads private key files, and keeps what it read until the file changes: opening an encrypted one
 * takes as long as a hundred handshakes. Thread-safe.
 */
final class KeyFiles {
    private static final long LARGEST_FILE = 256L << 10;
    private static final Set<PosixFilePermission> FOR_OTHERS =
            EnumSet.complementOf(
                    EnumSet.of(
                            PosixFilePermission.OWNER_READ,
                            PosixFilePermission.OWNER_WRITE,
                            PosixFilePermission.OWNER_EXECUTE));

    private final Map<Identity.KeyFile, Kept> kept = new ConcurrentHashMap<>();

    /** The key of a file, or a sentence on why it cannot be used. */
    sealed interface Read {
        /** The key. */
        record Key(KeyPair pair) implements Read {}

        /** What is wrong with the file, and what to do. */
        record Unusable(String reason) implements Read {}
    }

    private record Kept(FileTime modified, long size, KeyPair pair) {}

    Read read(Identity.KeyFile identity) {
        Path file = identity.file();
        try {
            PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
            String objection = objection(attributes);
            return objection == null ? read(identity, attributes) : new Read.Unusable(objection);
        } catch (NoSuchFileException e) {
            return new Read.Unusable("it does not exist");
        } catch (AccessDeniedException e) {
            return new Read.Unusable("it cannot be read by this user");
        } catch (IOException e) {
            return new Read.Unusable("it cannot be read: " + e.getMessage());
        }
    }

    private static @Nullable String objection(PosixFileAttributes attributes) {
        if (!attributes.isRegularFile()) {
            return "it is not a file";
        }
        if (attributes.size() > LARGEST_FILE) {
            return "it is too large for a key";
        }
        Set<PosixFilePermission> excess = EnumSet.copyOf(FOR_OTHERS);
        excess.retainAll(attributes.permissions());
        return excess.isEmpty()
                ? null
                : "it is open to other users ("
                        + PosixFilePermissions.toString(attributes.permissions())
                        + "): chmod 600 it, and replace the key if somebody may have read it";
    }

    private Read read(Identity.KeyFile identity, PosixFileAttributes attributes)
            throws IOException {
        Kept before = kept.get(identity);
        if (before != null
                && before.modified.equals(attributes.lastModifiedTime())
                && before.size == attributes.size()) {
            return new Read.Key(before.pair);
        }
        Read read =
                parse(identity.file(), Files.readAllBytes(identity.file()), identity.passphrase());
        if (read instanceof Read.Key key) {
            kept.put(
                    identity,
                    new Kept(attributes.lastModifiedTime(), attributes.size(), key.pair()));
        }
        return read;
    }

    private static Read parse(Path file, byte[] content, @Nullable Supplier<char[]> passphrase) {
        AtomicBoolean asked = new AtomicBoolean();
        FilePasswordProvider answer =
                (session, resource, retry) -> {
                    asked.set(true);
                    return passphrase == null ? null : text(passphrase.get());
                };
        try {
            Iterable<KeyPair> pairs =
                    SecurityUtils.loadKeyPairIdentities(
                            null,
                            NamedResource.ofName(file.toString()),
                            new ByteArrayInputStream(content),
                            answer);
            Iterator<KeyPair> first = pairs == null ? null : pairs.iterator();
            return first == null || !first.hasNext()
                    ? new Read.Unusable(unreadable(asked.get(), passphrase, null))
                    : new Read.Key(first.next());
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            return new Read.Unusable(unreadable(asked.get(), passphrase, e));
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    private static String text(char[] secret) {
        try {
            return new String(secret);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private static String unreadable(
            boolean encrypted, @Nullable Supplier<char[]> passphrase, @Nullable Exception cause) {
        if (encrypted) {
            return passphrase == null
                    ? "it is encrypted and no passphrase was given; give one, or load it into an agent"
                    : "the passphrase given does not open it";
        }
        String detail = cause == null ? "" : " (" + cause.getMessage() + ")";
        return "it holds no private key in OpenSSH or PEM format" + detail;
    }
}
