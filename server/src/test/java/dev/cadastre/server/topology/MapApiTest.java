package dev.cadastre.server.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.inventory.Reports;
import dev.cadastre.server.topology.joining.MappedHost;
import dev.cadastre.server.topology.joining.SocketMap;
import dev.cadastre.server.topology.telling.Correction;
import dev.cadastre.server.topology.telling.Corrections;
import dev.cadastre.server.topology.telling.NewCorrection;
import dev.cadastre.server.topology.telling.Teams;
import dev.cadastre.server.web.api.ApiClient;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class MapApiTest {

    private static final String APP = "daemon:gunicorn@%s-app";
    private static final String DATABASE = "service:5432-tcp@%s-db";

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;
    @Autowired private Reports reports;
    @Autowired private SocketMap sockets;
    @Autowired private Teams teams;
    @Autowired private Corrections corrections;
    @Autowired private Clock clock;

    private ApiClient admin = ApiClient.nobody();

    @BeforeEach
    void enrol() {
        admin = ApiClient.administrator(server, access, tokens);
    }

    /** An application with its database, in an environment of their name. */
    private List<MappedHost> pair(String name, String network) throws InterruptedException {
        MappedHost app =
                new MappedHost(name + "-app", name, network + ".1")
                        .listens(8000, "gunicorn", "shop")
                        .to("gunicorn", "shop", network + ".2", 5432);
        MappedHost database =
                new MappedHost(name + "-db", name, network + ".2")
                        .listens(5432, "postgres", "postgres")
                        .from("postgres", "postgres", network + ".1", 5432);
        report(app, database);
        return List.of(app, database);
    }

    private void report(MappedHost... hosts) throws InterruptedException {
        List.of(hosts).forEach(host -> host.report(reports));
        MappedHost.settle(sockets);
    }

    private static List<String> texts(JsonNode list, String member) {
        return list.valueStream().map(item -> item.get(member).asString()).toList();
    }

    private static List<String> edges(JsonNode relations) {
        return relations
                .valueStream()
                .map(each ->
                        each.get("source").asString()
                                + " "
                                + each.get("type").asString()
                                + " "
                                + each.get("target").asString())
                .toList();
    }

    @Test
    void listsAssetsPageByPage() throws InterruptedException {
        pair("apil", "10.191.0");

        JsonNode first = admin.get("/api/v1/assets?environment=apil&limit=3");
        JsonNode rest =
                admin.get(
                        "/api/v1/assets?environment=apil&limit=100&after="
                                + first.get("next").asString());
        List<String> ids =
                Stream.concat(
                                texts(first.get("items"), "id").stream(),
                                texts(rest.get("items"), "id").stream())
                        .toList();

        assertThat(first.get("items")).hasSize(3);
        assertThat(ids)
                .isSorted()
                .doesNotHaveDuplicates()
                .contains("host:apil-app", APP.formatted("apil"), DATABASE.formatted("apil"));
        assertThat(rest.has("next")).isFalse();
        assertThat(
                        texts(
                                admin.get(
                                                "/api/v1/assets?kind=service&presence=SEEN"
                                                        + "&text=5432&q=host:apil-db")
                                        .get("items"),
                                "id"))
                .containsExactly(DATABASE.formatted("apil"));
    }

    @Test
    void tellsWhatAnAssetIsAndWhy() throws InterruptedException {
        pair("apio", "10.191.1");
        String id = DATABASE.formatted("apio");

        JsonNode asset = admin.get("/api/v1/assets/" + id);
        assertThat(asset.at("/product/name").asString()).isEqualTo("postgresql");
        assertThat(asset.at("/product/certainty").asString()).isEqualTo("CERTAIN");
        assertThat(asset.get("title").asString()).isEqualTo("PostgreSQL 5432-tcp on apio-db");

        JsonNode relations = admin.get("/api/v1/assets/" + id + "/relations").get("items");
        JsonNode link =
                relations
                        .valueStream()
                        .filter(each -> each.get("type").asString().equals("CONNECTS_TO"))
                        .findFirst()
                        .orElseThrow();
        assertThat(link.get("source").asString()).isEqualTo(APP.formatted("apio"));
        assertThat(link.get("evidence")).hasSize(2);
        assertThat(link.at("/evidence/0/source").asString()).isEqualTo("SOCKETS");
        assertThat(link.at("/evidence/0/port").asInt()).isEqualTo(5432);
    }

    @Test
    void namesTheAssetThatMayHaveBeenMeant() throws InterruptedException {
        pair("apin", "10.191.2");

        JsonNode slip = admin.get("/api/v1/assets/host:apin-bd");
        assertThat(slip.get("code").asString()).isEqualTo("asset.unknown");
        assertThat(slip.get("status").asInt()).isEqualTo(404);
        assertThat(slip.get("remedy").asString()).isEqualTo("Perhaps host:apin-db was meant.");
        assertThat(admin.get("/api/v1/map?asset=apin-db").get("remedy").asString())
                .isEqualTo("Perhaps host:apin-db was meant.");
        assertThat(
                        admin.get("/api/v1/assets/host:apin-db?at=2020-01-01T00:00:00Z")
                                .get("detail")
                                .asString())
                .contains("was not on the map then");
    }

    @Test
    void drawsWhatIsAroundAssets() throws InterruptedException {
        pair("apid", "10.191.3");

        JsonNode map =
                admin.get("/api/v1/map?depth=1&asset=%s".formatted(DATABASE.formatted("apid")));

        assertThat(map.get("format").asString()).isEqualTo("cadastre-map/1");
        assertThat(texts(map.get("assets"), "id"))
                .contains(APP.formatted("apid"), "daemon:postgresql@apid-db")
                .doesNotContain("host:apid-app");
        assertThat(edges(map.get("relations")))
                .contains(
                        APP.formatted("apid") + " CONNECTS_TO " + DATABASE.formatted("apid"),
                        "daemon:postgresql@apid-db PROVIDES " + DATABASE.formatted("apid"));
        assertThat(admin.get("/api/v1/map?environment=apid&limit=2").get("omitted").asInt())
                .isPositive();
        assertThat(admin.get("/api/v1/map?depth=-1").at("/problems/0/where").asString())
                .isEqualTo("depth");
        assertThat(admin.get("/api/v1/map?q=evn:x").get("code").asString()).isEqualTo("query.bad");
    }

    @Test
    void drawsInOtherFormsByParameterAndByMediaType() throws InterruptedException {
        pair("apif", "10.191.4");
        String path = "/api/v1/map?environment=apif";

        HttpResponse<String> dot = admin.send(admin.request(path + "&format=dot"));
        assertThat(dot.headers().firstValue("Content-Type"))
                .hasValue("text/vnd.graphviz;charset=UTF-8");
        assertThat(dot.body())
                .contains(
                        "digraph map {",
                        "\"%s\" -> \"%s\" [label=\"connects to\", style=solid];"
                                .formatted(APP.formatted("apif"), DATABASE.formatted("apif")));
        HttpResponse<String> mermaid =
                admin.send(admin.request(path).header("Accept", "text/vnd.mermaid"));
        assertThat(mermaid.body()).contains("flowchart LR", "-->|connects to|");
        assertThat(admin.send(admin.request(path).header("Accept", "text/vnd.graphviz")).body())
                .contains("digraph map {");
        assertThat(admin.send(admin.request(path).header("Accept", "application/json")).body())
                .startsWith("{\"format\":\"cadastre-map/1\"");
    }

    @Test
    void exportsAllOfTheMapAsItIsRead() throws InterruptedException {
        pair("apie", "10.191.5");

        JsonNode map = admin.get("/api/v1/map/export");
        assertThat(map.get("omitted").asInt()).isZero();
        List<String> ids = texts(map.get("assets"), "id");
        assertThat(ids).contains("host:apie-app", "host:apie-db");
        assertThat(texts(map.get("relations"), "source")).isNotEmpty().isSubsetOf(ids);
        assertThat(texts(map.get("relations"), "target")).isSubsetOf(ids);

        HttpResponse<String> lines =
                admin.send(
                        admin.request("/api/v1/map/export")
                                .header("Accept", "application/x-ndjson"));
        List<JsonNode> read =
                lines.body().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
        assertThat(read.getFirst().at("/map/format").asString()).isEqualTo("cadastre-map/1");
        assertThat(read.getLast().has("end")).isTrue();
        assertThat(read.stream().filter(line -> line.has("relation"))).isNotEmpty();
    }

    @Test
    void tellsExactlyWhatChanged() throws InterruptedException {
        List<MappedHost> pair = pair("apic", "10.191.6");
        Instant before = clock.instant();
        pair.getFirst().to("gunicorn", "shop", "203.0.113.91", 443);
        report(pair.getFirst());

        JsonNode changes = admin.get("/api/v1/map/changes?from=" + before);

        assertThat(edges(changes.get("relationsAdded")))
                .contains(APP.formatted("apic") + " CONNECTS_TO external:203.0.113.91");
        assertThat(changes.get("assetsAdded").valueStream().map(JsonNode::asString))
                .contains("external:203.0.113.91");
        assertThat(changes.get("relationsRemoved")).isEmpty();
    }

    @Test
    void saysWhatFallsAndWhomToCall() throws InterruptedException {
        pair("apii", "10.191.7");
        own("host:apii-app", "apii-shop", "shop@example.com, chief@example.com");

        JsonNode impact = admin.get("/api/v1/impact?asset=host:apii-db");

        assertThat(impact.get("down").get(0).asString()).isEqualTo("host:apii-db");
        JsonNode app =
                impact.get("fallen")
                        .valueStream()
                        .filter(each -> each.get("asset").asString().equals(APP.formatted("apii")))
                        .findFirst()
                        .orElseThrow();
        assertThat(app.get("owner").asString()).isEqualTo("apii-shop");
        assertThat(app.get("path").valueStream().map(JsonNode::asString))
                .startsWith("host:apii-db")
                .endsWith(DATABASE.formatted("apii"), APP.formatted("apii"));
        assertThat(impact.get("mail").valueStream().map(JsonNode::asString))
                .containsExactly("shop@example.com", "chief@example.com");
        assertThat(admin.get("/api/v1/impact?asset=host:apii-db&asset=host:apii-app").get("down"))
                .hasSize(2);
        assertThat(admin.get("/api/v1/impact").get("code").asString()).isEqualTo("parameters.bad");
        assertThat(admin.get("/api/v1/impact?asset=host:apii-app&limit=0").get("code").asString())
                .isEqualTo("parameters.bad");
    }

    private void own(String asset, String team, String addresses) {
        access.asSystem(() -> {
            teams.put(team, null, Map.of("email", addresses));
            corrections.make(
                    new NewCorrection(Correction.Kind.OWNER, asset, null, null, team, null));
        });
    }

    @Test
    void ranksWhatNothingStandsInFor() throws InterruptedException {
        pair("apis", "10.191.8");

        JsonNode points = admin.get("/api/v1/impact/single-points?environment=apis").get("items");

        assertThat(points.get(0).get("asset").asString()).isEqualTo("host:apis-db");
        assertThat(points.get(0).get("fallen").asInt()).isGreaterThan(2);
        assertThat(admin.get("/api/v1/impact/cycles?environment=apis").get("items")).isEmpty();
        assertThat(
                        admin.get("/api/v1/map/way?from=host:apis-db&to=" + APP.formatted("apis"))
                                .get("assets")
                                .valueStream()
                                .map(JsonNode::asString))
                .startsWith("host:apis-db")
                .endsWith(APP.formatted("apis"));
    }

    @Test
    void showsNothingOfOtherEnvironments() throws InterruptedException {
        pair("apih", "10.191.9");
        ApiClient stranger = ApiClient.in("apih-other", Role.VIEWER, server, access, tokens);

        assertThat(stranger.get("/api/v1/assets?environment=apih").get("items")).isEmpty();
        assertThat(stranger.get("/api/v1/assets/host:apih-db").get("code").asString())
                .isEqualTo("asset.unknown");
        assertThat(stranger.get("/api/v1/impact?asset=host:apih-db").get("code").asString())
                .isEqualTo("asset.unknown");
        assertThat(stranger.get("/api/v1/map/export").get("assets")).isEmpty();
        assertThat(stranger.get("/api/v1/map?environment=apih").get("assets")).isEmpty();
    }

    @Test
    void showsThePast() throws InterruptedException {
        List<MappedHost> pair = pair("apip", "10.191.10");
        Instant before = clock.instant();
        pair.get(1).silent().deaf();
        pair.getFirst().silent();
        report(pair.get(1), pair.getFirst());

        String now = "/api/v1/assets/" + DATABASE.formatted("apip");
        assertThat(admin.get(now).get("presence").asString()).isEqualTo("GONE");
        assertThat(admin.get(now + "?at=" + before).get("presence").asString()).isEqualTo("SEEN");
        assertThat(
                        texts(
                                admin.get("/api/v1/impact?asset=host:apip-db&at=" + before)
                                        .get("fallen"),
                                "asset"))
                .contains(APP.formatted("apip"));
        assertThat(edges(admin.get("/api/v1/map/export?at=" + before).get("relations")))
                .contains(APP.formatted("apip") + " CONNECTS_TO " + DATABASE.formatted("apip"));
    }
}
