package dev.cadastre.server.startup.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.server.storage.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfiguredMaintenanceTest {

    @TempDir private Path folder;

    private ConfiguredMaintenance configured(String text, Map<String, String> variables)
            throws IOException {
        Path file = Files.writeString(folder.resolve("cadastre.conf"), text);
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("CADASTRE_CONFIG", file.toString());
        return new ConfiguredMaintenance(environment);
    }

    private String passwordFile(String permissions) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "swordfish\n");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString(permissions));
        return "[database]\npassword-file = %s\n".formatted(password);
    }

    @Test
    void takesHomeAndDatabaseOutOfTheConfiguration() throws IOException {
        ConfiguredMaintenance configured =
                configured(
                        """
                        [server]
                        home = /var/lib/cadastre
                        [database]
                        url = jdbc:postgresql://db1/register
                        user = register
                        """,
                        Map.of());

        assertThat(configured.home()).isEqualTo("/var/lib/cadastre");
        assertThat(configured.databaseUrl()).isEqualTo("jdbc:postgresql://db1/register");
        assertThat(configured.databaseUser()).isEqualTo("register");
        assertThat(configured.databasePassword()).isNull();
    }

    @Test
    void variablesCountMoreUnlessTheyAreEmpty() throws IOException {
        String text = "[server]\nhome = /var/lib/cadastre\n";

        assertThat(configured(text, Map.of("CADASTRE_HOME", "/srv/a")).home()).isEqualTo("/srv/a");
        assertThat(configured(text, Map.of("CADASTRE_HOME", "")).home())
                .isEqualTo("/var/lib/cadastre");
    }

    @Test
    void knowsTheVariablesThatAServerKnows() throws IOException {
        String url = "jdbc:postgresql://db2/register";

        assertThat(configured("", Map.of("CADASTRE_DATABASEURL", url)).databaseUrl())
                .isEqualTo(url);
    }

    @Test
    void takesThePasswordAsAServerDoes() throws IOException {
        String text = passwordFile("rw-------");

        assertThat(configured(text, Map.of()).databasePassword()).isEqualTo("swordfish");
        assertThat(configured(text, Map.of("PGPASSWORD", "b")).databasePassword()).isEqualTo("b");
        assertThat(
                        configured(
                                        text,
                                        Map.of(
                                                "PGPASSWORD",
                                                "b",
                                                "CADASTRE_DATABASE_PASSWORD",
                                                "a"))
                                .databasePassword())
                .isEqualTo("a");
    }

    @Test
    void readsNoPasswordThatNobodyAsksFor() throws IOException {
        ConfiguredMaintenance configured =
                configured(passwordFile("rw-r--r--"), Map.of("CADASTRE_HOME", "/srv/a"));

        assertThat(configured.home()).isEqualTo("/srv/a");
        assertThat(configured.databaseUrl()).isNull();
        assertThatThrownBy(configured::databasePassword).isInstanceOf(StartFailure.class);
    }

    @Test
    void nothingIsDoneByAConfigurationThatIsWrong() throws IOException {
        ConfiguredMaintenance configured =
                configured("[server]\nhome = x\ncolour = red\n", Map.of());

        assertThatThrownBy(configured::home).isInstanceOf(StartFailure.class);
    }
}
