package dev.cadastre.server.monitoring.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.PluginState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Plug-ins on this machine, as the account nobody; needs root, as the laboratory does. */
class ServerPluginsTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir private Path home;

    private Path folder = Path.of("");

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("plugins");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void removeFolder() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    private void plugin(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private PluginResult run(Map<String, String> settings, String... command)
            throws InterruptedException {
        Map<String, String> all = new HashMap<>(Map.of("plugins", folder.toString()));
        all.putAll(settings);
        ServerPlugins plugins = new ServerPlugins(TestProperties.with(all));
        try {
            return plugins.run(List.of(command), LIMIT);
        } finally {
            plugins.close();
        }
    }

    @Test
    void runsThemAsAnotherAccountWithNothingOfTheServers() throws Exception {
        plugin("who", "id -un; env | cut -d= -f1 | sort | tr '\\n' ' '; exit 1");
        PluginResult result = run(Map.of(), "who");

        assertThat(result.state()).as(result.text()).isEqualTo(PluginState.WARNING);
        assertThat(result.text()).isEqualTo("nobody");
        assertThat(result.longText().split(" ")).isSubsetOf("LC_ALL", "PATH", "PWD", "_");
    }

    @Test
    void leavesThemNoWayToTheServersHome() throws Exception {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
        Path key = Files.writeString(home.resolve("master.key"), "very secret");
        plugin("look", "cat \"$1\"");
        PluginResult result = run(Map.of(), "look", key.toString());

        assertThat(result.state()).isNotEqualTo(PluginState.OK);
        assertThat(result.toString()).contains("Permission denied").doesNotContain("very secret");
    }

    @Test
    void runsNothingThatIsNotInItsFolder() throws Exception {
        for (String name : List.of("/bin/sh", "../../../bin/sh", "..", ".hidden", "a b", "")) {
            PluginResult result = run(Map.of(), name, "-c", "echo done");

            assertThat(result.state()).as(name).isEqualTo(PluginState.UNKNOWN);
            assertThat(result.text()).as(name).contains("no name of a plug-in", folder.toString());
        }
        assertThat(run(Map.of(), "sh", "-c", "echo done").cause())
                .contains("There is no " + folder.resolve("sh"));
    }

    @Test
    void refusesThoseThatRunWhatTheyAreToldUnlessTheyAreAllowed() throws Exception {
        plugin("negate", "exec \"$@\"");
        PluginResult refused = run(Map.of(), "negate", "/bin/echo", "done");

        assertThat(refused.state()).isEqualTo(PluginState.UNKNOWN);
        assertThat(refused.text())
                .contains("negate", "[monitoring] refused-plugins")
                .doesNotContain("done");
        assertThat(run(Map.of("refused-plugins", "urlize"), "negate", "/bin/echo", "done").text())
                .isEqualTo("done");
    }

    @Test
    void runsNothingWithTheServersOwnRights() throws Exception {
        plugin("who", "id -un");

        assertThat(run(Map.of("plugin-user", "root"), "who").text()).contains("never run as root");
        assertThat(run(Map.of("plugin-user", "root", "plugins-as-server", "true"), "who").text())
                .contains("never run as root");
        assertThat(run(Map.of("plugin-user", "no-such-one"), "who").text())
                .contains("no account no-such-one");
    }
}
