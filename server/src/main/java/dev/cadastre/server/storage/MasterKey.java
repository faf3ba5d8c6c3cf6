package dev.cadastre.server.storage;

import dev.cadastre.server.storage.backup.BackupRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Seals what nobody is to read who only has the database or a backup of it: the key is a file
 * beside them. AES-256 in Galois/Counter mode, with a nonce of its own for each text. Thread-safe.
 */
@Component
public class MasterKey {

    /** Below the home; in no backup. */
    public static final String FILE = "master.key";

    private static final int KEY_BYTES = 32;

    /** A longer file is no key, whatever follows. */
    private static final int MOST_BYTES = 1 << 10;

    private static final int FINGERPRINT_BYTES = 8;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String PUT_BACK =
            "Put the one back that it was; if it never sealed anything, delete it: another is made"
                    + " when one is needed.";
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    private final Home home;
    private final SecureRandom random = new SecureRandom();
    private @Nullable SecretKey key;

    MasterKey(Home home) {
        this.home = home;
    }

    /** What was sealed cannot be opened: it was altered, or its key is gone or another. */
    public static final class Unsealable extends RuntimeException {
        Unsealable(String what) {
            super("%s cannot be opened: there is no %s".formatted(what, FILE));
        }

        Unsealable(String what, Throwable cause) {
            super(
                    "%s cannot be opened: it was altered, or %s is another than it was sealed by"
                            .formatted(what, FILE),
                    cause);
        }
    }

    /** The file is there, and no key. */
    private static final class NoKey extends Exception {
        NoKey(Path file, @Nullable Throwable cause) {
            super("%s is no key of %d bytes in base64".formatted(file, KEY_BYTES), cause);
        }
    }

    /**
     * Makes sure before a server starts that the key in a home, if one was made yet, is one.
     *
     * @throws StartFailure if it is none, or cannot be read
     */
    static void requireProper(Home home) {
        Path file = home.file(FILE);
        try {
            read(file);
        } catch (NoSuchFileException e) {
            return;
        } catch (NoKey e) {
            throw new StartFailure(String.valueOf(e.getMessage()), PUT_BACK, e);
        } catch (IOException e) {
            throw new StartFailure(
                    "%s cannot be read: %s".formatted(file, e.getMessage()),
                    "Make it readable for the user that runs the server, and for nobody else.",
                    e);
        }
    }

    /** Whether a file is a key. */
    public static boolean isProper(Path file) throws IOException {
        try {
            read(file);
            return true;
        } catch (NoKey e) {
            return false;
        }
    }

    /**
     * What tells one key from another and nothing of what it is; null where none was made yet.
     *
     * @throws BackupRefused if it is no key
     * @throws UncheckedIOException if it cannot be read
     */
    static @Nullable String fingerprint(Path home) {
        Path file = home.resolve(FILE);
        try {
            byte[] key = read(file);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("the key of a Cadastre\n".getBytes(StandardCharsets.UTF_8));
            digest.update(Base64.getEncoder().encode(key));
            return HexFormat.of().formatHex(digest.digest(), 0, FINGERPRINT_BYTES);
        } catch (NoSuchFileException e) {
            return null;
        } catch (NoKey e) {
            throw new BackupRefused("key.malformed", String.valueOf(e.getMessage()), PUT_BACK, e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /**
     * Seals a text.
     *
     * @param what names the place where it is kept; in another place it cannot be opened
     */
    public byte[] seal(String what, String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, what, nonce);
            byte[] sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + CIPHER, e);
        }
    }

    /**
     * The text that was sealed.
     *
     * @param what as it was sealed with
     * @throws Unsealable if it was altered, or sealed by another key or for another place, or there
     *     is no key
     */
    public String open(String what, byte[] sealed) {
        // To make one would hide that the one which sealed this is gone.
        if (!isThere()) {
            throw new Unsealable(what);
        }
        try {
            ByteBuffer read = ByteBuffer.wrap(sealed);
            byte[] nonce = new byte[Math.min(NONCE_BYTES, sealed.length)];
            read.get(nonce);
            byte[] rest = new byte[read.remaining()];
            read.get(rest);
            return new String(
                    cipher(Cipher.DECRYPT_MODE, what, nonce).doFinal(rest), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Unsealable(what, e);
        }
    }

    private Cipher cipher(int mode, String what, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(what.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private synchronized boolean isThere() {
        return key != null || Files.exists(home.file(FILE));
    }

    private synchronized SecretKey key() {
        SecretKey known = key;
        if (known == null) {
            known = new SecretKeySpec(read(), "AES");
            key = known;
        }
        return known;
    }

    private byte[] read() {
        Path file = home.file(FILE);
        try {
            if (Files.notExists(file)) {
                make(file);
            }
            if (!Files.getPosixFilePermissions(file).equals(OWNER_ONLY)) {
                throw new IllegalStateException(
                        "Others may read or write %s; make that chmod 600, and change what it has sealed"
                                .formatted(file));
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        } catch (NoKey e) {
            throw new IllegalStateException(e.getMessage() + "; put the one back that it was", e);
        }
    }

    /** The one rule of what a key is. */
    private static byte[] read(Path file) throws IOException, NoKey {
        String text;
        try (InputStream in = Files.newInputStream(file)) {
            // In Latin-1 all bytes are characters, also those of a file that is no text.
            text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1).strip();
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new NoKey(file, e);
        }
        if (bytes.length != KEY_BYTES) {
            throw new NoKey(file, null);
        }
        return bytes;
    }

    /** Complete and on the disk before it has its name: what is sealed by half a key is lost. */
    private void make(Path file) throws IOException {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        Path begun = Files.createTempFile(home.path(), FILE, ".new", ownerOnly());
        try (FileChannel channel = FileChannel.open(begun, StandardOpenOption.WRITE)) {
            channel.write(
                    StandardCharsets.US_ASCII.encode(
                            Base64.getEncoder().encodeToString(bytes) + "\n"));
            channel.force(true);
        }
        Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(home.path(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> ownerOnly() {
        return PosixFilePermissions.asFileAttribute(OWNER_ONLY);
    }
}
