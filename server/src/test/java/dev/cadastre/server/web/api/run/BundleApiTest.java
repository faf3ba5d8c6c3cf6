package dev.cadastre.server.web.api.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.archive.ChangeArchive;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.change.host.LocalShell;
import dev.cadastre.change.host.ShellHosts;
import dev.cadastre.change.run.Bundle;
import dev.cadastre.change.run.HostSession;
import dev.cadastre.change.run.Lock;
import dev.cadastre.change.run.RunSecrets;
import dev.cadastre.change.run.RunSettings;
import dev.cadastre.change.run.Secrets;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.AuditEntry;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.change.ChangeRun;
import dev.cadastre.server.change.running.FakeHosts;
import dev.cadastre.server.change.running.RunsByTest;
import dev.cadastre.server.web.api.ApiClient;
import dev.cadastre.server.web.api.monitor.MonitorCalls;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** Bundles of hosts by REST: listed, fetched, put back, and refused. The host is a real shell. */
@ServerTest
class BundleApiTest {

    private static final String SHOP =
            """
            [change]
            name = shop
            [step motd]
            op = test.put
            key = motd
            value = 1
            """;

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir Path home;
    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;
    @Autowired private RunsByTest byTest;
    @Autowired private FakeHosts hosts;

    private MonitorCalls calls = new MonitorCalls(ApiClient.nobody());

    @BeforeEach
    void signIn() {
        calls = new MonitorCalls(ApiClient.administrator(server, access, tokens));
    }

    private MonitorCalls as(Role role, String environment) {
        return new MonitorCalls(ApiClient.in(environment, role, server, access, tokens));
    }

    /** A host with a bundle that the run of that name has. */
    private Path held(String environment, String host, String run) {
        byTest.declare(environment, host);
        hosts.home(host, home);
        Map<String, String> variables = Map.of("HOME", home.toString());
        try (HostSession session =
                new ShellHosts(_ -> new LocalShell(variables), new RunSecrets(Secrets.NONE))
                        .session(host)) {
            assertThat(
                            session.open(
                                    new Bundle("shop", List.of()),
                                    new Lock(run, "alice", NOON, "shop: the logo"),
                                    () -> {}))
                    .isInstanceOf(HostSession.Opened.class);
        }
        return home.resolve(".cadastre/bundles/shop");
    }

    private static byte[] tar(Map<String, String> files) throws IOException {
        Map<String, byte[]> contents = new HashMap<>();
        files.forEach((path, text) -> contents.put(path, text.getBytes(UTF_8)));
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        ChangeArchive.write(ChangeFolder.of(contents, Set.of()), tar);
        return tar.toByteArray();
    }

    private static HttpResponse<String> put(MonitorCalls who, String path, byte[] tar) {
        return who.client()
                .send(
                        who.client()
                                .request("/api/v1/" + path)
                                .header("Content-Type", "application/x-tar")
                                .PUT(BodyPublishers.ofByteArray(tar)));
    }

    private static ChangeFolder pulled(MonitorCalls who, String path) throws IOException {
        HttpResponse<String> answer = who.client().send(who.client().request("/api/v1/" + path));
        assertThat(answer.statusCode()).isEqualTo(200);
        return ChangeArchive.read(new ByteArrayInputStream(answer.body().getBytes(UTF_8)));
    }

    @Test
    void tellsWhoHasAHostAndLetsPeopleWorkThere() throws IOException {
        Path bundle = held("bapi-a", "bapi-a1", "4711-of-another");
        Files.writeString(bundle.resolve("notes"), "one\n");

        JsonNode one = calls.get("hosts/bapi-a1/bundles").at("/items/0");
        assertThat(one.get("name").asString()).isEqualTo("shop");
        assertThat(one.get("directory").asString()).isEqualTo(bundle.toString());
        assertThat(one.at("/lock/run").asString()).isEqualTo("4711-of-another");
        assertThat(one.at("/lock").has("id")).isFalse();
        assertThat(one.at("/lock/who").asString()).isEqualTo("alice");
        assertThat(one.at("/lock/since").asString()).isEqualTo("2026-03-01T12:00:00.000Z");
        assertThat(one.has("ended")).isFalse();
        assertThat(one.get("breaking").asString())
                .isEqualTo("mv ~/.cadastre/bundles/shop ~/shop.left");

        String path = "hosts/bapi-a1/bundles/shop";
        assertThat(pulled(calls, path).files()).extracting("path").containsExactly("notes");
        HttpResponse<String> put =
                put(calls, path, tar(Map.of("notes", "two\n", "more/of it", "x")));
        assertThat(put.body()).isEqualTo("{\"changed\":[\"more/of it\",\"notes\"]}");
        assertThat(bundle.resolve("notes")).hasContent("two\n");
        assertThat(put(calls, path, tar(Map.of("notes", "two\n"))).body())
                .isEqualTo("{\"changed\":[]}");
        assertThat(access.asSystem(() -> access.auditBefore(null, 50)))
                .filteredOn(entry -> entry.subject().equals("host:bapi-a1"))
                .extracting(AuditEntry::action)
                .containsSubsequence("bundle.push", "bundle.push", "bundle.pull");
    }

    @Test
    void tellsThatARunHasEnded() {
        byTest.declare("bapi-b", "bapi-b0");
        ChangeRun run =
                byTest.rested(byTest.start(SHOP + "# bapi-b\n", RunSettings.USUAL, "bapi-b0").id());
        held("bapi-b", "bapi-b1", run.name());

        JsonNode one = calls.get("hosts/bapi-b1/bundles").at("/items/0");
        assertThat(one.at("/lock/id").asLong()).isEqualTo(run.id());
        assertThat(one.get("ended").asString()).isEqualTo("OK");
    }

    @Test
    void refusesWhatIsNotFitForAHost() throws IOException {
        Path bundle = held("bapi-c", "bapi-c1", "77-of-another");
        String path = "hosts/bapi-c1/bundles/shop";

        assertThat(put(calls, path, "no tar".getBytes(UTF_8)).statusCode()).isEqualTo(422);
        HttpResponse<String> own = put(calls, path, tar(Map.of("lock", "run 1\n")));
        assertThat(own.statusCode()).isEqualTo(400);
        assertThat(own.body()).contains("bundle.own-file");
        assertThat(put(calls, path + "x", tar(Map.of("a", "x"))).body())
                .contains("bundle.no-bundle");
        Files.createSymbolicLink(bundle.resolve("passwd"), Path.of("/etc/passwd"));
        assertThat(calls.codes("GET", path, "")).containsExactly("change.archive-kind");
        assertThat(bundle.resolve("lock")).content().startsWith("run 77-of-another");
        byTest.declare("bapi-c", "bapi-c2");
        assertThat(calls.codes("GET", "hosts/bapi-c2/bundles", ""))
                .containsExactly("bundle.out-of-reach");
        assertThat(calls.codes("GET", "hosts/bapi-none/bundles", ""))
                .containsExactly("host.unknown");
    }

    @Test
    void isForWhoMayRunChangesThere() throws IOException {
        Path bundle = held("bapi-d", "bapi-d1", "78-of-another");
        String path = "hosts/bapi-d1/bundles";
        byte[] files = tar(Map.of("a", "x"));

        for (MonitorCalls who : List.of(as(Role.VIEWER, "bapi-d"), as(Role.OPERATOR, "bapi-e"))) {
            assertThat(who.status("GET", path, "")).isIn(403, 404);
            assertThat(who.status("GET", path + "/shop", "")).isIn(403, 404);
            assertThat(put(who, path + "/shop", files).statusCode()).isIn(403, 404);
        }
        assertThat(bundle.resolve("a")).doesNotExist();
        MonitorCalls operator = as(Role.OPERATOR, "bapi-d");
        assertThat(operator.get(path).get("items")).hasSize(1);
        assertThat(put(operator, path + "/shop", files).statusCode()).isEqualTo(200);
    }
}
