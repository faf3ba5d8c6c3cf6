package dev.cadastre.server.web.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.estate.NewHost;
import dev.cadastre.server.web.api.ApiClient;
import dev.cadastre.server.web.api.ReportText;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServerTest
class OtherToolsTest {

    private static final String KEY = "AAAAB3NzaC1yc2EAAAAA";

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;
    @Autowired private Estate estate;
    @Autowired private JdbcClient jdbc;

    @TempDir private Path folder;

    private ApiClient admin = ApiClient.nobody();

    @BeforeEach
    void signIn() {
        admin = ApiClient.administrator(server, access, tokens);
    }

    private void declare(String name, String environment, Map<String, String> settings) {
        if (estate.host(name).isPresent()) {
            return;
        }
        access.asSystem(() -> {
            estate.addHost(new NewHost(name, environment, List.of(), settings));
        });
    }

    private void declareTwo(String environment) {
        declare(
                environment + "-gate",
                environment,
                Map.of("address", "fd00::99", "ssh.user", "jump", "ssh.port", "2200"));
        declare(
                environment + "-web",
                environment,
                Map.of(
                        "address",
                        "127.9.9.9",
                        "ssh.user",
                        "ops",
                        "ssh.port",
                        "2222",
                        "ssh.jump",
                        environment + "-gate"));
    }

    private ApiClient viewer(String environment) {
        return ApiClient.in(environment, Role.VIEWER, server, access, tokens);
    }

    private HttpResponse<String> text(String path) {
        return admin.send(admin.request(path));
    }

    @Test
    void tellsAnsibleTheWayToEachHost() {
        declareTwo("face-a");

        JsonNode vars = viewer("face-a").get("/api/v1/inventory/ansible").at("/_meta/hostvars");

        assertThat(vars.propertyNames()).containsExactlyInAnyOrder("face-a-gate", "face-a-web");
        JsonNode web = vars.get("face-a-web");
        assertThat(web.get("ansible_host").asString()).isEqualTo("127.9.9.9");
        assertThat(web.get("ansible_user").asString()).isEqualTo("ops");
        assertThat(web.get("ansible_port").asInt()).isEqualTo(2222);
        assertThat(web.get("ansible_ssh_common_args").asString())
                .isEqualTo("-o ProxyJump=jump@[fd00::99]:2200");
        assertThat(admin.get("/api/v1/inventory/ansible/face-a-web")).isEqualTo(web);
    }

    @Test
    void leavesOutUsersThatWouldBeEvaluated() {
        declare(
                "face-b1",
                "face-b",
                Map.of("address", "127.9.9.9", "ssh.user", "{{lookup('pipe','id')}}"));

        assertThat(admin.get("/api/v1/inventory/ansible/face-b1").has("ansible_user")).isFalse();
        assertThat(text("/api/v1/ssh-config?environment=face-b").body()).doesNotContain("User");
    }

    @Test
    void tellsPrometheusWhereToScrape() {
        declareTwo("face-c");

        JsonNode targets = viewer("face-c").get("/api/v1/prometheus/targets?port=9100");

        assertThat(targets.get(0).at("/targets/0").asString()).isEqualTo("[fd00::99]:9100");
        assertThat(targets.get(1).at("/targets/0").asString()).isEqualTo("127.9.9.9:9100");
        assertThat(targets.get(1).at("/labels/__meta_cadastre_name").asString())
                .isEqualTo("face-c-web");
        assertThat(targets.get(1).at("/labels/__meta_cadastre_environment").asString())
                .isEqualTo("face-c");
        assertThat(admin.get("/api/v1/prometheus/targets?port=0").get("code").asString())
                .isEqualTo("parameters.bad");
    }

    @Test
    void isUnderstoodBySsh() throws IOException {
        declareTwo("face-d");
        Path config =
                Files.writeString(
                        folder.resolve("config"),
                        text("/api/v1/ssh-config?environment=face-d").body());

        Process ssh =
                new ProcessBuilder("ssh", "-G", "-F", config.toString(), "face-d-web")
                        .redirectErrorStream(true)
                        .start();
        String understood = new String(ssh.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(understood.lines())
                .contains(
                        "hostname 127.9.9.9",
                        "user ops",
                        "port 2222",
                        "hostkeyalias face-d-web",
                        "proxyjump face-d-gate");
    }

    @Test
    void namesPinnedKeysAsTheConfigurationDoes() {
        declareTwo("face-e");
        jdbc.sql("insert into dispatch.host_key values (?, 'ssh-rsa', ?, now(), 'test')")
                .params("[face-e-web]:2222", KEY)
                .update();

        assertThat(text("/api/v1/ssh-config/known-hosts?environment=face-e").body())
                .isEqualTo("face-e-web ssh-rsa " + KEY + "\n");
    }

    @Test
    void writesHostsAndPackagesAsCsv() {
        var enrolled = new Enrolled(server, admin);
        enrolled.host("face-f1", "face-f", new ReportText("x").has("curl", "=1+1,\"2\""));

        HttpResponse<String> installed = text("/api/v1/installed.csv?environment=face-f");
        assertThat(installed.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(installed.body())
                .startsWith(
                        "host,environment,type,name,version,arch,source,vendor,root,purl,since\r\n"
                                + "face-f1,face-f,deb,curl,\"'=1+1,\"\"2\"\"\",amd64,");
        assertThat(text("/api/v1/hosts/face-f1/packages.csv").body()).isEqualTo(installed.body());
        assertThat(text("/api/v1/hosts.csv?environment=face-f").body().lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("face-f1,face-f,,,Debian GNU/Linux 12 (bookworm),6.1.0-40-amd64,1,");
    }

    @Test
    void writesCsvToWhoAcceptsItAndJsonToEverybodyElse() {
        String path = "/api/v1/hosts?environment=face-g";
        HttpResponse<String> csv = admin.send(admin.request(path).header("Accept", "text/csv"));
        HttpResponse<String> any = admin.send(admin.request(path).header("Accept", "*/*"));

        assertThat(csv.body()).startsWith("name,environment,");
        assertThat(any.body()).startsWith("{\"items\":");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/inventory/ansible?",
                "/api/v1/prometheus/targets?port=9100&",
                "/api/v1/ssh-config?",
                "/api/v1/hosts.csv?",
                "/talook/hosts.json?"
            })
    void answersForWhatAQueryFinds(String face) {
        declareTwo("face-h");

        assertThat(text(face + "q=env:face-h+NOT+host:*-gate").body())
                .contains("face-h-web")
                .doesNotContain("\"face-h-gate\"", "Host face-h-gate", "\nface-h-gate");
        HttpResponse<String> refused = text(face + "q=evn:face-h");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(ApiClient.read(refused).at("/problems/0/code").asString())
                .isEqualTo("query.unknown-field");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/x-ndjson"})
    void writesWhatAQueryFindsAndCountsLineByLine(String type) {
        declareTwo("face-i");

        List<String> hosts = lines("/api/v1/hosts?q=env:face-i", type);
        List<String> counts = lines("/api/v1/host-counts?q=env:face-i&by=env", type);

        boolean csv = type.equals("text/csv");
        assertThat(hosts).hasSize(csv ? 3 : 2);
        assertThat(hosts.getLast())
                .startsWith(csv ? "face-i-web,face-i," : "{\"id\":")
                .contains("face-i-web");
        assertThat(counts.getLast())
                .isEqualTo(
                        csv
                                ? "face-i,face-i,2"
                                : "{\"value\":\"face-i\",\"hosts\":2,\"environments\":{\"face-i\":2}}");
        assertThat(
                        admin.send(admin.request("/api/v1/hosts?q=evn:x").header("Accept", type))
                                .statusCode())
                .isEqualTo(400);
    }

    private List<String> lines(String path, String type) {
        return admin.send(admin.request(path).header("Accept", type)).body().lines().toList();
    }
}
