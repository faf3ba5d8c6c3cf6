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

class ConfiguredMaintenanceTest {

    @TempDir private Path folder;

    private String configured(String text) throws IOException {
        return Files.writeString(folder.resolve("cadastre.conf"), text).toString();
    }

    @Test
    void takesHomeAndDatabaseOutOfTheConfiguration() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "swordfish\n");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        String file =
                configured(
                        """
                        [server]
                        home = /var/lib/cadastre
                        [database]
                        url = jdbc:postgresql://db1/register
                        password-file = %s
                        """
                                .formatted(password));

        assertThat(ConfiguredMaintenance.variables(Map.of("CADASTRE_CONFIG", file)))
                .containsEntry("CADASTRE_HOME", "/var/lib/cadastre")
                .containsEntry("CADASTRE_DATABASE_URL", "jdbc:postgresql://db1/register")
                .containsEntry("CADASTRE_DATABASE_PASSWORD", "swordfish");
    }

    @Test
    void variablesCountMore() throws IOException {
        String file = configured("[server]\nhome = /var/lib/cadastre\n");

        assertThat(
                        ConfiguredMaintenance.variables(
                                Map.of("CADASTRE_CONFIG", file, "CADASTRE_HOME", "/srv/register")))
                .containsEntry("CADASTRE_HOME", "/srv/register");
    }

    @Test
    void nothingIsDoneByAConfigurationThatIsWrong() throws IOException {
        String file = configured("[server]\nhome = x\ncolour = red\n");

        assertThatThrownBy(() -> ConfiguredMaintenance.variables(Map.of("CADASTRE_CONFIG", file)))
                .isInstanceOf(StartFailure.class);
    }
}
