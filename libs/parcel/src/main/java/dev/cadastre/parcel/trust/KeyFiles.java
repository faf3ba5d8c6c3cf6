package dev.cadastre.parcel.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Set;

/** Keys in files. */
public final class KeyFiles {

    private static final String OWNER_ONLY = "rw-------";
    private static final String ALL_READ = "rw-r--r--";

    private KeyFiles() {}

    /**
     * Writes a key pair: the private half behind a password, for its owner alone.
     *
     * @param folder which is there
     * @param name of the files, which get the endings {@code .key} and {@code .pub}
     * @param password wiped in any case
     * @throws java.nio.file.FileAlreadyExistsException if one of the files is there: a key is never
     *     written over
     */
    public static void write(
            Path folder, String name, SigningKey key, char[] password, SecureRandom random)
            throws IOException {
        write(folder, name, key, key.encryptedPem(password, random));
    }

    /** As {@link #write}, without a password: whoever gets the file can sign. */
    public static void writeUnprotected(Path folder, String name, SigningKey key)
            throws IOException {
        write(folder, name, key, key.pem());
    }

    private static void write(Path folder, String name, SigningKey key, String pem)
            throws IOException {
        Path secret = folder.resolve(name + ".key");
        create(secret, pem, OWNER_ONLY);
        try {
            create(folder.resolve(name + ".pub"), key.verificationKey().pem(), ALL_READ);
        } catch (IOException e) {
            // Half of a pair is of no use, and would be in the way of the next try.
            Files.delete(secret);
            throw e;
        }
    }

    private static void create(Path file, String text, String rights) throws IOException {
        FileAttribute<?> attribute =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights));
        try (WritableByteChannel channel =
                Files.newByteChannel(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        attribute)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    /**
     * Reads a private key.
     *
     * @param password wiped in any case; empty if there is none
     * @throws UnusableKey if the file holds none
     */
    public static SigningKey readSigningKey(Path file, char[] password) throws IOException {
        try {
            return SigningKey.read(text(file), password);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** Whether a password is needed to read the private key in a file. */
    public static boolean isEncrypted(Path file) throws IOException {
        return SigningKey.isEncrypted(text(file));
    }

    /**
     * Reads a public key.
     *
     * @throws UnusableKey if the file holds none
     */
    public static VerificationKey readVerificationKey(Path file) throws IOException {
        return VerificationKey.parse(text(file));
    }

    private static String text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(Pem.MOST_CHARACTERS + 1);
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
