package dev.cadastre.server.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.map.Asset;
import dev.cadastre.api.map.AssetMap;
import dev.cadastre.api.map.AssetOwner;
import dev.cadastre.api.map.Correction;
import dev.cadastre.api.map.Evidence;
import dev.cadastre.api.map.Impact;
import dev.cadastre.api.map.Product;
import dev.cadastre.api.map.Relation;
import dev.cadastre.api.map.RelationType;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** What the pages of the map show of a small shop. */
class MapTemplatesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant BEFORE = NOW.minusSeconds(3600);
    private static final String PROGRAM = "daemon:gunicorn@web1";
    private static final String DATABASE = "daemon:postgresql@db1";
    private static final String SERVICE = "service:5432-tcp@db1";

    private static final AssetMap SHOP =
            new AssetMap(
                    AssetMap.FORMAT,
                    NOW,
                    List.of(
                            asset("external:203.0.113.7", null, null),
                            asset("host:db1", "prod", null),
                            asset(DATABASE, "prod", owner(Map.of("email", "db@example.com"))),
                            asset(SERVICE, "prod", null),
                            asset(PROGRAM, "prod", owner(Map.of()))),
                    List.of(
                            relation(DATABASE, RelationType.RUNS_ON, "host:db1"),
                            relation(DATABASE, RelationType.PROVIDES, SERVICE),
                            relation(PROGRAM, RelationType.CONNECTS_TO, SERVICE),
                            relation(PROGRAM, RelationType.CONNECTS_TO, "external:203.0.113.7")),
                    3);

    @Test
    void theClientsOfAServiceAreThoseOfItsProgram() {
        AssetNeighbours database = AssetNeighbours.of(DATABASE, SHOP);
        AssetNeighbours program = AssetNeighbours.of(PROGRAM, SHOP);

        assertThat(database.neededBy())
                .extracting(one -> one.asset().id())
                .containsExactly(PROGRAM, SERVICE);
        assertThat(database.needs())
                .extracting(one -> one.asset().id())
                .containsExactly("host:db1");
        assertThat(program.needs())
                .extracting(one -> one.asset().id())
                .containsExactly(DATABASE, "external:203.0.113.7");
        assertThat(program.needs().getFirst().service()).isNotNull();
    }

    @Test
    void theTableHasAllAssetsByEnvironmentAndCountsTheRest() {
        MapTable table = MapTable.of(SHOP, 4);

        assertThat(table.sections())
                .extracting(MapTable.Section::environment)
                .containsExactly("prod");
        assertThat(table.left()).isEqualTo(4);
        assertThat(MapTable.of(SHOP, 100).sections().getLast().environment()).isEmpty();
    }

    @Test
    void theTableTellsWhatEachNeeds() {
        String text = rendered("map/page", "page", page(MapTable.of(SHOP, 100)));

        assertThat(text)
                .contains("<h2>prod</h2>", "In no environment", "PostgreSQL on db1", "nobody")
                .contains("/map/service:5432-tcp@db1", "3 assets more");
    }

    @Test
    void theDrawingBringsItsScriptAndNoneOfItsOwn() {
        String text = rendered("map/page", "page", page(null));

        assertThat(text)
                .contains("type=\"module\" src=\"/assets/map/map.mjs\"", "<noscript>")
                .contains("data-map=\"/api/v1/map?limit=5000\"")
                .doesNotContain("<style", " style=", " onclick=");
    }

    @Test
    void anAssetTellsWhomToCallAndWhy() {
        String text = told(DATABASE);

        assertThat(text)
                .contains("<h1>PostgreSQL on db1</h1>", "Whom to call", "mailto:db@example.com")
                .contains("db1 is owned by platform.", "Gunicorn on web1", "comes and goes")
                .contains("web1 saw gunicorn with 10.0.0.5:5432, 12 times");
    }

    @Test
    void anAssetSaysSoWhereNobodyIsToBeCalled() {
        assertThat(told("host:db1")).contains("Nobody is known to answer for it");
        assertThat(told(PROGRAM)).contains("how to reach it is not stated");
    }

    @Test
    void whatWasPutRightIsToldWithItsReasonAndWhatIsWrongStandsBesideItsField() {
        String text = told(DATABASE);

        assertThat(text)
                .contains("called “The ledger”", "“everybody calls it so”", "Withdraw")
                .contains("<details open><summary>Name its owner", "There is no team x.")
                .contains("name=\"reason\" value=\"because\"", "name=\"_csrf\" value=\"t\"");
    }

    @Test
    void aRelationTellsWhoSaysSo() {
        Relation relation = relation(PROGRAM, RelationType.CONNECTS_TO, SERVICE);
        var page =
                new RelationPage(
                        relation,
                        asset(PROGRAM, "prod", null),
                        asset(SERVICE, "prod", null),
                        null,
                        true,
                        "",
                        FormFaults.NONE,
                        null);

        assertThat(rendered("map/relation", "page", page))
                .contains("Gunicorn on web1 connects to :5432 on db1", "web1 saw gunicorn")
                .contains("value=\"DENY\"", "value=\"CONFIRM\"")
                .doesNotContain("Take back what was said");
    }

    @Test
    void whatFallsIsToldWithItsOwnersAndAMailToThem() {
        var impact =
                new Impact(
                        List.of("host:db1"),
                        List.of(
                                new Impact.Fallen(
                                        PROGRAM,
                                        "gunicorn",
                                        "prod",
                                        List.of("host:db1", DATABASE, SERVICE, PROGRAM),
                                        "platform")),
                        List.of(),
                        List.of(new Impact.ConcernedOwner("platform", Map.of(), 1, 0)),
                        List.of("db@example.com", "o'neil+x@example.com"),
                        Map.of("daemon", 1L),
                        0);

        String text = rendered("map/impact", "page", new ImpactPage(impact, null));

        assertThat(text)
                .contains("1 asset falls", "host:db1 → daemon:postgresql@db1", "Whom it concerns")
                .contains("mailto:db@example.com,o%27neil%2Bx@example.com?subject=");
        assertThat(rendered("map/impact", "page", new ImpactPage(null, null)))
                .contains("Name an asset");
    }

    @Test
    void whatHostsCallThemselvesIsNoMarkup() {
        Asset hostile = asset("host:<script>", "prod", null);
        var map = new AssetMap(AssetMap.FORMAT, NOW, List.of(hostile), List.of(), 0);

        assertThat(rendered("map/page", "page", page(MapTable.of(map, 10))))
                .doesNotContain("<script>\"", "host:<script>");
    }

    private static String told(String id) {
        Asset asset =
                SHOP.assets().stream()
                        .filter(one -> one.id().equals(id))
                        .min(Comparator.comparing(Asset::id))
                        .orElseThrow();
        return rendered(
                "map/asset",
                "page",
                new AssetPage(
                        asset,
                        AssetNeighbours.of(id, SHOP),
                        List.of(),
                        List.of(),
                        null,
                        work(true)));
    }

    private static AssetWork work(boolean writer) {
        var renamed =
                new Correction(
                        7,
                        Correction.Kind.RENAME,
                        DATABASE,
                        null,
                        null,
                        "The ledger",
                        "everybody calls it so",
                        "person:anna",
                        BEFORE,
                        null,
                        null);
        var faults =
                new FormFaults(
                        HttpStatus.BAD_REQUEST, Map.of("value", List.of("There is no team x.")));
        return new AssetWork(
                List.of(renamed),
                writer,
                false,
                List.of("platform"),
                new CorrectionForm(Correction.Kind.OWNER, "x", "", "because"),
                LinkForm.EMPTY,
                faults);
    }

    private static MapPage page(@Nullable MapTable table) {
        return new MapPage(
                "", "", null, List.of("prod"), "/api/v1/map?limit=5000", table, true, List.of());
    }

    private static String rendered(String template, String name, Object page) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("frame", new Frame("Map", "map", "", "anna", true, true, "t", false, null));
        if (!template.equals("map/page")) {
            parameters.put("wording", new Wording(NOW));
        }
        parameters.put(name, page);
        Utf8ByteOutput output = new Utf8ByteOutput();
        new Templates().render(template, parameters, output);
        var bytes = new ByteArrayOutputStream();
        try {
            output.writeTo(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static AssetOwner owner(Map<String, String> contacts) {
        return new AssetOwner("platform", contacts, "db1 is owned by platform.", "host:db1");
    }

    private static Asset asset(
            String id, @Nullable String environment, @Nullable AssetOwner owner) {
        String kind = id.substring(0, id.indexOf(':'));
        return new Asset(
                id,
                kind,
                id.substring(kind.length() + 1),
                environment,
                Asset.Lifecycle.LIVE,
                Asset.Presence.SEEN,
                BEFORE,
                BEFORE,
                NOW,
                product(id),
                Map.of(),
                Map.of(),
                owner,
                null);
    }

    private static @Nullable Product product(String id) {
        return switch (id) {
            case DATABASE -> product("postgresql", "PostgreSQL", "database");
            case PROGRAM -> product("gunicorn", "Gunicorn", "application-server");
            default -> null;
        };
    }

    private static Product product(String name, String title, String role) {
        return new Product(
                name, title, role, "1.0", Product.Certainty.CERTAIN, "The process says so.");
    }

    private static Relation relation(String source, RelationType type, String target) {
        return new Relation(
                source,
                type,
                target,
                Relation.Sight.SEEN,
                Relation.Standing.OCCASIONAL,
                BEFORE,
                BEFORE,
                NOW,
                null,
                List.of(
                        new Evidence(
                                Evidence.Source.SOCKETS,
                                "host:web1",
                                "gunicorn",
                                null,
                                "10.0.0.5",
                                5432,
                                12,
                                BEFORE,
                                NOW)),
                null,
                null);
    }
}
