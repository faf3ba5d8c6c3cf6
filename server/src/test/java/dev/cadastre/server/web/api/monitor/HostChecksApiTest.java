package dev.cadastre.server.web.api.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.dispatch.LocalSshd;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.estate.NewHost;
import dev.cadastre.server.web.api.ApiClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plug-ins that run on the host that they check, by REST. */
@ServerTest
class HostChecksApiTest {

    private static final String PLACE = "mon-h";

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;
    @Autowired private Estate estate;
    @TempDir private Path folder;

    private MonitorCalls calls = new MonitorCalls(ApiClient.nobody());

    @BeforeEach
    void signIn() {
        calls = new MonitorCalls(ApiClient.administrator(server, access, tokens));
    }

    private void declare(String name, Map<String, String> settings) {
        access.asSystem(() -> {
            estate.addHost(new NewHost(name, PLACE, List.of(), settings));
        });
        // The map follows the estate in a thread of its own.
        Awaitility.await().until(() -> calls.status("GET", "assets/host:" + name, "") == 200);
    }

    /** What is found by a command on the host that an asset is on. */
    private JsonNode checked(String name, String asset, String... command) {
        String words =
                List.of(command).stream()
                        .map(JsonMapper.shared()::writeValueAsString)
                        .collect(Collectors.joining(","));
        long id =
                calls.add(
                        """
                        {"name":"%s","asset":"%s","kind":"PLUGIN","where":"HOST","retries":0,
                         "interval":"1h","command":[%s]}
                        """
                                .formatted(name, asset, words));
        JsonNode found = calls.done("POST", "monitors/" + id + "/check", "");
        calls.done("DELETE", "monitors/" + id, "");
        return found;
    }

    @Test
    void checksOnAHostThatIsReachedBySsh() throws Exception {
        try (LocalSshd sshd = LocalSshd.in(folder)) {
            declare("mon-ssh1", sshd.settings());
            JsonNode found =
                    checked(
                            "said",
                            "host:mon-ssh1",
                            "sh",
                            "-c",
                            "echo \"it is $1|n=1;2\"; exit 2",
                            "sh",
                            "${host} in ${environment}");

            assertThat(found.get("state").asString()).as(found.toString()).isEqualTo("CRITICAL");
            assertThat(found.get("output").asString()).isEqualTo("it is mon-ssh1 in mon-h");
            assertThat(found.at("/metrics/0/label").asString()).isEqualTo("n");
        }
    }

    @Test
    void runsNothingWithTheServersRightsWhereTheHostIsItsOwnMachine() {
        String asset = "host:" + calls.client().thisMachine().get("name").asString();
        JsonNode shell = checked("shell", asset, "sh", "-c", "echo done; id -un");
        JsonNode path = checked("path", asset, "/bin/sh", "-c", "echo done; id -un");
        JsonNode wrapped = checked("wrapped", asset, "negate", "/usr/bin/id");
        JsonNode plugin = checked("plugin", asset, "check_dummy", "1", "warm");

        for (JsonNode refused : List.of(shell, path, wrapped)) {
            assertThat(refused.get("state").asString()).isEqualTo("UNKNOWN");
            assertThat(refused.get("output").asString()).doesNotContain("done", "uid=");
        }
        assertThat(shell.get("output").asString()).contains("/usr/lib/nagios/plugins/sh");
        assertThat(path.get("output").asString()).contains("no name of a plug-in");
        assertThat(wrapped.get("output").asString()).contains("refused-plugins");
        assertThat(plugin.get("state").asString()).as(plugin.toString()).isEqualTo("WARNING");
    }

    @Test
    void saysWhereThereIsNoHostToCheckOn() {
        calls.asset("device:mon-nowhere", PLACE);
        declare("mon-pushes", Map.of("address", "none"));

        assertThat(checked("no-host", "device:mon-nowhere", "uptime").get("output").asString())
                .contains("on no host");
        assertThat(checked("no-address", "host:mon-pushes", "uptime").get("output").asString())
                .contains("mon-pushes has no address");
    }
}
