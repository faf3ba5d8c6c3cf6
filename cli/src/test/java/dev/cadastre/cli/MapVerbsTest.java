package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.map.Asset;
import dev.cadastre.api.map.AssetMap;
import dev.cadastre.api.map.AssetOwner;
import dev.cadastre.api.map.AssetPath;
import dev.cadastre.api.map.Evidence;
import dev.cadastre.api.map.Impact;
import dev.cadastre.api.map.MapChange;
import dev.cadastre.api.map.Product;
import dev.cadastre.api.map.Relation;
import dev.cadastre.api.map.RelationType;
import dev.cadastre.api.map.SinglePoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapVerbsTest {

    private static final String DATABASE = "service:5432-tcp@db1";
    private static final String APP = "daemon:gunicorn@app1";

    private final FakeServer server = new FakeServer();
    @TempDir private Path home;

    @AfterEach
    void stop() {
        server.close();
    }

    private Terminal terminal() {
        return new Terminal(home).variable("CADASTRE_SERVER", server.url());
    }

    private static Asset asset(String id, @Nullable AssetOwner owner) {
        return new Asset(
                id,
                id.substring(0, id.indexOf(':')),
                "title of " + id,
                "qa",
                Asset.Lifecycle.LIVE,
                Asset.Presence.SEEN,
                Samples.SINCE,
                Samples.SINCE,
                Samples.SINCE,
                new Product(
                        "postgresql",
                        "PostgreSQL",
                        "database",
                        null,
                        Product.Certainty.CERTAIN,
                        "The process is called postgres."),
                Map.of("tier", "data"),
                Map.of(),
                owner,
                null);
    }

    private static Relation relation(String source, RelationType type, String target) {
        return new Relation(
                source,
                type,
                target,
                Relation.Sight.SEEN,
                Relation.Standing.STEADY,
                Samples.SINCE,
                Samples.SINCE,
                null,
                null,
                List.of(
                        new Evidence(
                                Evidence.Source.SOCKETS,
                                "host:app1",
                                "gunicorn",
                                "shop",
                                "10.77.0.11",
                                5432,
                                12,
                                Samples.SINCE,
                                Samples.SINCE)),
                null,
                null);
    }

    private static AssetMap map() {
        return new AssetMap(
                AssetMap.FORMAT,
                Terminal.NOW,
                List.of(asset(APP, null), asset(DATABASE, null)),
                List.of(relation(APP, RelationType.CONNECTS_TO, DATABASE)),
                3);
    }

    @Test
    void showsRelationsAroundAssets() {
        server.on("GET /api/v1/map?depth=2&asset=host%3Adb1&asset=host%3Aapp1", map());

        var outcome = terminal().run("map", "host:db1", "host:app1", "--depth", "2");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains(APP, "connects to", DATABASE, "steady");
        assertThat(outcome.err()).contains("2 assets, 1 relations.", "3 more assets");
    }

    @Test
    void namesTheAssetsOfAMap() {
        server.on("GET /api/v1/map?q=group%3Aweb&environment=qa", map());

        var outcome = terminal().run("map", "-q", "group:web", "--env", "qa", "-o", "names");

        assertThat(outcome.out()).isEqualTo(APP + "\n" + DATABASE + "\n");
    }

    @Test
    void handsDrawingsThrough() {
        server.on("GET /api/v1/map?format=dot", 200, "text/vnd.graphviz", "digraph map {\n}\n")
                .on("GET /api/v1/map", map());

        assertThat(terminal().run("map", "--format", "dot").out()).isEqualTo("digraph map {\n}\n");
        assertThat(terminal().run("map", "--format", "json").out())
                .contains("\"cadastre-map/1\"", "\"omitted\"");
    }

    @Test
    void showsWhatChanged() {
        server.on(
                "GET /api/v1/map/changes?from=2026-11-20T07%3A00%3A00Z",
                new MapChange(
                        List.of("external:203.0.113.7"),
                        List.of(),
                        List.of(
                                new MapChange.Edge(
                                        APP, RelationType.CONNECTS_TO, "external:203.0.113.7")),
                        List.of(new MapChange.Edge(APP, RelationType.DEPENDS_ON, DATABASE))));

        var outcome = terminal().run("map", "changes", "--from", "2026-11-20 08:00");

        assertThat(outcome.out().lines()).hasSize(4);
        assertThat(outcome.out()).contains("added", "connects to", "removed", "depends on");
    }

    private static Impact impact() {
        return new Impact(
                List.of("host:db1"),
                List.of(
                        new Impact.Fallen(
                                APP,
                                "gunicorn on app1",
                                "qa",
                                List.of("host:db1", DATABASE, APP),
                                "shop")),
                List.of(
                        new Impact.Reduced(
                                "daemon:haproxy@lb",
                                "haproxy on lb",
                                "qa",
                                List.of("service:8000-tcp@app1"),
                                List.of("service:8000-tcp@app2"),
                                null)),
                List.of(
                        new Impact.ConcernedOwner("shop", Map.of("phone", "123"), 1, 0),
                        new Impact.ConcernedOwner(null, Map.of(), 0, 1)),
                List.of("shop@example.com", "chief@example.com"),
                Map.of("daemon", 1L),
                0);
    }

    @Test
    void showsWhatStopsWhatGoesOnAndWhomToCall() {
        server.on("GET /api/v1/impact?asset=host%3Adb1", impact());

        var outcome = terminal().run("impact", "host:db1");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .contains(
                        "host:db1 > " + DATABASE + " > " + APP,
                        "service:8000-tcp@app2",
                        "phone 123",
                        "nobody is named",
                        "Mail: shop@example.com, chief@example.com");
    }

    @Test
    void saysSoIfNothingStops() {
        server.on(
                "GET /api/v1/impact?gone=true&at=2026-11-21T12%3A30%3A00Z",
                new Impact(List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(), 0));

        assertThat(terminal().run("impact", "--gone", "--at", "2h ago").out())
                .isEqualTo("Nothing else stops.\n");
    }

    @Test
    void listsSinglePointsAndCycles() {
        server.on(
                        "GET /api/v1/impact/single-points?environment=qa",
                        new ListPage<>(
                                List.of(new SinglePoint("host:db1", "db1", "qa", 7, 2)), null))
                .on(
                        "GET /api/v1/impact/cycles",
                        new ListPage<>(
                                List.of(new AssetPath(List.of("app:a@qa", "app:b@qa", "app:a@qa"))),
                                null));

        assertThat(terminal().run("impact", "--single-points", "--env", "qa").out())
                .contains("host:db1", "7", "2");
        assertThat(terminal().run("impact", "--cycles").out())
                .contains("app:a@qa > app:b@qa > app:a@qa");
    }

    @Test
    void listsAssets() {
        server.on(
                "GET /api/v1/assets?q=group%3Aweb&kind=service&presence=GONE&limit=1000",
                new ListPage<>(List.of(asset(DATABASE, null)), null));

        assertThat(
                        terminal()
                                .run(
                                        "assets",
                                        "group:web",
                                        "--kind",
                                        "service",
                                        "--presence",
                                        "gone")
                                .out())
                .contains(DATABASE, "PostgreSQL", "seen");
    }

    @Test
    void showsAnAssetWithItsNeedsAndWhoNeedsIt() {
        AssetOwner owner =
                new AssetOwner(
                        "payments",
                        Map.of("email", "pay@example.com"),
                        "The estate names it for host:db1.",
                        "host:db1");
        server.on("GET /api/v1/assets/service%3A5432-tcp%40db1", asset(DATABASE, owner))
                .on(
                        "GET /api/v1/assets/service%3A5432-tcp%40db1/relations",
                        new ListPage<>(
                                List.of(
                                        relation(APP, RelationType.CONNECTS_TO, DATABASE),
                                        relation(
                                                "daemon:postgresql@db1",
                                                RelationType.PROVIDES,
                                                DATABASE)),
                                null));

        String out = terminal().run("asset", DATABASE).out();

        assertThat(out)
                .contains(
                        "payments: email pay@example.com",
                        "PostgreSQL (database, certain): The process is called postgres.",
                        "tier data",
                        "gunicorn on host:app1 with 10.77.0.11, service at 5432, in 12 reports");
        assertThat(out.indexOf("\nNEEDS ")).isLessThan(out.indexOf("daemon:postgresql@db1"));
        assertThat(out.indexOf("daemon:postgresql@db1")).isLessThan(out.indexOf("\nNEEDED BY"));
        assertThat(out.indexOf("\nNEEDED BY")).isLessThan(out.indexOf(APP));
        assertThat(terminal().run("asset", DATABASE, "-o", "json").out())
                .contains("\"asset\"", "\"relations\"");
    }
}
