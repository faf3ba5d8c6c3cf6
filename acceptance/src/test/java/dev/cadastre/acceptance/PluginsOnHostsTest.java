package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.lab.HostSpec;
import dev.cadastre.lab.Lab;
import dev.cadastre.lab.LabHost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plug-ins on hosts of two kinds, by an account without rights and by root. */
class PluginsOnHostsTest {

    private static final List<HostSpec> SPECS =
            List.of(
                    HostSpec.debian("debian-ops"),
                    HostSpec.debian("debian-root"),
                    HostSpec.busybox("busybox-ops"),
                    HostSpec.busybox("busybox-root"));

    @TempDir private static Path folder;

    private static Lab lab;
    private static List<LabHost> hosts;
    private static RunningServer server;

    @BeforeAll
    static void startServer() {
        lab = Lab.open(folder);
        hosts = lab.hosts(SPECS);
        EstateText estate = new EstateText(lab.identity()).environment("qa");
        for (LabHost host : hosts) {
            estate.host(host, "qa").lines("ssh.user = " + account(host) + "\n");
        }
        Path file = estate.write(folder.resolve("estate.ini"));
        server = ServerStart.at(folder.resolve("home")).option("--estate=" + file).ready();
        hosts.forEach(host -> server.awaitOutcome(host.name(), "COLLECTED"));
    }

    @AfterAll
    static void end() {
        server.close();
        lab.close();
    }

    private static String account(LabHost host) {
        return host.name().substring(host.name().indexOf('-') + 1);
    }

    private static JsonNode checked(LabHost host, String name, String timeout, String script) {
        String monitor =
                JsonMapper.shared()
                        .writeValueAsString(
                                Map.of(
                                        "name",
                                        name,
                                        "asset",
                                        "host:" + host.name(),
                                        "kind",
                                        "PLUGIN",
                                        "where",
                                        "HOST",
                                        "command",
                                        List.of("sh", "-c", script),
                                        "retries",
                                        0,
                                        "interval",
                                        "1h",
                                        "timeout",
                                        timeout));
        JsonNode made =
                server.cadastre("api", "POST", "/api/v1/monitors", monitor).exited(0).json();
        return server.cadastre("api", "POST", "/api/v1/monitors/%s/check".formatted(made.get("id")))
                .exited(0)
                .json();
    }

    @Test
    void tellTheStateWhateverTheyPrint() {
        for (LabHost host : hosts) {
            JsonNode said =
                    checked(
                            host,
                            "says",
                            "30s",
                            "echo \"$(id -un)|n=1\"; head -c 200000 /dev/zero | tr '\\0' x; exit 1");

            assertThat(said.get("state").asString()).as(said.toString()).isEqualTo("WARNING");
            assertThat(said.get("output").asString()).isEqualTo(account(host));
            assertThat(said.at("/metrics/0/label").asString()).isEqualTo("n");
            assertThat(said.get("problems").toString()).contains("too long");
        }
    }

    @Test
    void leaveNothingOnTheHostWhenTheyHang() {
        String hang = "trap '' TERM; echo begun; sleep 86399 & (sleep 86399 &); sleep 86399";
        for (LabHost host : hosts) {
            JsonNode said = checked(host, "hangs", "1s", hang);

            assertThat(said.get("state").asString()).as(said.toString()).isEqualTo("UNKNOWN");
            assertThat(said.get("output").asString())
                    .isEqualTo("Not done within its time limit of 1 s: begun");
            Waiting.until(
                    Duration.ofSeconds(10),
                    () -> !commands(host).contains("sleep"),
                    () -> host.name() + " still runs " + commands(host));
        }
    }

    /** All that runs on a host, its own shell for this question included. */
    private static String commands(LabHost host) {
        return host.run("cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' '; :");
    }
}
