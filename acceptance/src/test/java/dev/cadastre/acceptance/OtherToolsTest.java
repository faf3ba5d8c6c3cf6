package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The distribution's own tools read the register. */
class OtherToolsTest {

    /** Connections to it are refused at once, and nobody else has it. */
    private static final String ADDRESS = "127.99.0.1";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir private static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        Path estate =
                Files.writeString(
                        folder.resolve("estate.ini"),
                        """
                        [DEFAULT]
                        ssh.user = ops
                        [environment qa-eu]
                        [group web]
                        environment = qa-eu
                        [host web1]
                        groups = web
                        address = %s
                        [host db1]
                        environment = qa-eu
                        address = %s
                        ssh.port = 2222
                        ssh.jump = web1
                        """
                                .formatted(ADDRESS, ADDRESS));
        server = ServerStart.at(folder.resolve("home")).option("--estate=" + estate).ready();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Path inventory() throws IOException {
        Path script =
                Files.writeString(
                        folder.resolve("cadastre-inventory"),
                        """
                        #!/bin/sh
                        exec '%s' inventory "$@"
                        """
                                .formatted(Programs.CADASTRE));
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Ran ansible(String... words) {
        Map<String, String> variables =
                Map.of(
                        "CADASTRE_HOME", server.home().toString(),
                        "HOME", folder.toString(),
                        "ANSIBLE_LOCAL_TEMP", folder.resolve("ansible").toString(),
                        "LC_ALL", "C.UTF-8");
        return Programs.run(variables, "", words);
    }

    @Test
    void ansibleUsesTheInventory() throws IOException {
        String script = inventory().toString();

        JsonNode read = ansible("ansible-inventory", "-i", script, "--list").exited(0).json();
        assertThat(read.at("/group_web/hosts").toString()).isEqualTo("[\"web1\"]");
        assertThat(read.at("/env_qa_eu/hosts").toString()).isEqualTo("[\"db1\",\"web1\"]");
        JsonNode variables = read.at("/_meta/hostvars/db1");
        assertThat(variables.get("ansible_host").asString()).isEqualTo(ADDRESS);
        assertThat(variables.get("ansible_user").asString()).isEqualTo("ops");
        assertThat(variables.get("ansible_port").asInt()).isEqualTo(2222);

        Ran listed = ansible("ansible", "-i", script, "env_qa_eu:!group_web", "--list-hosts");
        assertThat(listed.exited(0).out()).contains("hosts (1)", "db1").doesNotContain("web1");
        assertThat(listed.err()).doesNotContain("WARNING");
    }

    @Test
    void prometheusDiscoversTargets() throws IOException {
        String token =
                server.cadastre("token", "create", "prometheus", "--role", "viewer")
                        .exited(0)
                        .out()
                        .strip();
        Path secret = Files.writeString(folder.resolve("token"), token);
        String configuration =
                """
                scrape_configs:
                  - job_name: node
                    http_sd_configs:
                      - url: %s/api/v1/prometheus/targets?port=9100&environment=qa-eu
                        authorization:
                          type: Bearer
                          credentials_file: %s
                    relabel_configs:
                      - source_labels: [__meta_cadastre_name]
                        target_label: instance
                """
                        .formatted(server.url(), secret);
        try (Prometheus prometheus =
                Prometheus.at("127.0.0.1:" + Programs.freePort(), folder, configuration)) {
            Waiting.until(
                    PATIENCE,
                    () -> instances(prometheus).equals(List.of("db1", "web1")),
                    () -> "targets are " + instances(prometheus) + prometheus.log());
        }
    }

    /** The names of the targets that it has; none while it is not ready to tell. */
    private static List<String> instances(Prometheus prometheus) {
        return prometheus.answer("targets").stream()
                .flatMap(answer -> answer.at("/data/activeTargets").valueStream())
                .filter(target -> target.get("scrapeUrl").asString().contains(ADDRESS + ":9100"))
                .map(target -> target.at("/labels/instance").asString())
                .sorted()
                .toList();
    }

    @Test
    void sshUnderstandsTheConfiguration() throws IOException {
        Path config =
                Files.writeString(
                        folder.resolve("ssh_config"),
                        server.cadastre("ssh-config").exited(0).out());

        Ran understood = Programs.run("ssh", "-G", "-F", config.toString(), "db1");

        assertThat(understood.exited(0).out().lines())
                .contains("hostname " + ADDRESS, "user ops", "port 2222", "proxyjump web1");
    }
}
