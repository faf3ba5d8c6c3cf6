package dev.cadastre.server.startup.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.server.storage.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordFileTest {

    @TempDir private Path folder;

    private Path file(String text, String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve("database-password"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void hasThePasswordOnItsOneLine() throws IOException {
        assertThat(PasswordFile.read(file(" s3 cret\n", "rw-------"))).isEqualTo(" s3 cret");
    }

    @Test
    void isRefusedWhereOthersCouldReadIt() throws IOException {
        Path file = file("s3cret\n", "rw-r-----");

        assertThatThrownBy(() -> PasswordFile.read(file))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("can be read or written by others")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void isRefusedWhereItIsNoPassword() throws IOException {
        Path empty = file("\n", "rw-------");
        assertThatThrownBy(() -> PasswordFile.read(empty)).hasMessageContaining("one line");
        Path two = file("a\nb\n", "rw-------");
        assertThatThrownBy(() -> PasswordFile.read(two)).hasMessageContaining("one line");
    }

    @Test
    void comesFromSystemdWhereThatHandsOneOver() throws IOException {
        Path file = file("s3cret", "r--------");

        assertThat(PasswordFile.ofSystemd(Map.of("CREDENTIALS_DIRECTORY", folder.toString())))
                .contains(file);
        assertThat(PasswordFile.ofSystemd(Map.of())).isEmpty();
    }
}
