package dev.cadastre.parcel.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeyFilesTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final SigningKey KEY = SigningKey.generate(KeyAlgorithm.ED25519, RANDOM);

    @TempDir Path folder;

    private static char[] password() {
        return "secret".toCharArray();
    }

    @Test
    void keepsThePrivateHalfBehindAPasswordAndToItsOwner() throws IOException {
        KeyFiles.write(folder, "release", KEY, password(), RANDOM);

        Path secret = folder.resolve("release.key");
        assertThat(Files.getPosixFilePermissions(secret))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(KeyFiles.isEncrypted(secret)).isTrue();
        assertThat(KeyFiles.readSigningKey(secret, password()).verificationKey())
                .isEqualTo(KeyFiles.readVerificationKey(folder.resolve("release.pub")))
                .isEqualTo(KEY.verificationKey());
    }

    @Test
    void writesAnUnprotectedKeyIfOneInsists() throws IOException {
        KeyFiles.writeUnprotected(folder, "robot", KEY);

        Path secret = folder.resolve("robot.key");
        assertThat(Files.getPosixFilePermissions(secret))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(KeyFiles.isEncrypted(secret)).isFalse();
        assertThat(KeyFiles.readSigningKey(secret, new char[0]).verificationKey())
                .isEqualTo(KEY.verificationKey());
    }

    @Test
    void neverWritesOverAKey() throws IOException {
        KeyFiles.writeUnprotected(folder, "release", KEY);
        SigningKey other = SigningKey.generate(KeyAlgorithm.ED25519, RANDOM);

        assertThatThrownBy(() -> KeyFiles.writeUnprotected(folder, "release", other))
                .isInstanceOf(FileAlreadyExistsException.class);
        Files.delete(folder.resolve("release.key"));
        assertThatThrownBy(() -> KeyFiles.writeUnprotected(folder, "release", other))
                .isInstanceOf(FileAlreadyExistsException.class);

        assertThat(folder.resolve("release.key")).doesNotExist();
        assertThat(KeyFiles.readVerificationKey(folder.resolve("release.pub")))
                .isEqualTo(KEY.verificationKey());
    }

    @Test
    void readsNoMoreThanAKey() throws IOException {
        Path large = Files.write(folder.resolve("large"), new byte[10_000_000]);

        assertThatThrownBy(() -> KeyFiles.readVerificationKey(large))
                .isInstanceOf(UnusableKey.class);
    }
}
