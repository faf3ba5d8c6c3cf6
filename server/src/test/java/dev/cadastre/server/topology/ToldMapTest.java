package dev.cadastre.server.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.Reports;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people and tools say of the map, beside what sockets show. */
@ServerTest
class ToldMapTest {

    @Autowired private Reports reports;
    @Autowired private SocketMap sockets;
    @Autowired private Access access;
    @Autowired private Assets assets;
    @Autowired private Maps maps;
    @Autowired private Impacts impacts;
    @Autowired private AssetChanges changes;
    @Autowired private RelationChanges relations;
    @Autowired private Deployments deployments;
    @Autowired private Corrections corrections;
    @Autowired private Teams teams;
    @Autowired private KnownAliases aliases;

    private <T> T told(Supplier<T> work) {
        return access.asSystem(work::get);
    }

    private static AssetStatement said(String id, Map<String, String> attributes) {
        return new AssetStatement(
                "", id, null, null, AssetLifecycle.LIVE, Map.of(), attributes, null);
    }

    private void asset(String id) {
        told(() -> changes.put(List.of(said(id, Map.of()))));
    }

    private void relation(String source, RelationType type, String target) {
        told(() ->
                relations.put(
                        List.of(new RelationStatement("items.0", source, type, target, null)),
                        false));
    }

    private Optional<MapRelation> find(String source, RelationType type, String target) {
        return maps.relations(source, null, Reach.ALL).stream()
                .filter(one ->
                        one.source().toString().equals(source)
                                && one.type() == type
                                && one.target().toString().equals(target))
                .findFirst();
    }

    private MapAsset shown(String id) {
        return assets.named(id, null, Reach.ALL).orElseThrow();
    }

    private List<String> fallen(String id) {
        return impacts.of(List.of(id), false, null, 100, Reach.ALL).fallen().stream()
                .map(one -> one.asset().toString())
                .toList();
    }

    private Correction correct(
            Correction.Kind kind,
            String asset,
            @Nullable RelationType type,
            @Nullable String target,
            @Nullable String value) {
        return told(() ->
                corrections.make(new NewCorrection(kind, asset, type, target, value, "as a test")));
    }

    private void withdraw(Correction correction) {
        told(() -> corrections.withdraw(correction.id(), Reach.ALL));
    }

    private void pair(String prefix, String network) throws InterruptedException {
        app(prefix, network).to("gunicorn", "shop", network + ".2", 5432).report(reports);
        new MappedHost(prefix + "-db", prefix, network + ".2")
                .listens(5432, "postgres", "postgres")
                .from("postgres", "postgres", network + ".1", 5432)
                .report(reports);
        sockets.settle();
    }

    private static MappedHost app(String prefix, String network) {
        return new MappedHost(prefix + "-app", prefix, network + ".1")
                .listens(8000, "gunicorn", "shop");
    }

    private static NewDeployment deployment(
            @Nullable String key, String version, List<String> hosts, List<String> needs) {
        return new NewDeployment(
                key,
                "shop",
                null,
                version,
                hosts,
                false,
                "anna",
                "make",
                "42",
                "https://ci.example.com/42",
                Map.of("branch", "main"),
                needs,
                List.of("gunicorn"));
    }

    @Test
    void takesACircleAndNothingFallsByItAlone() {
        asset("device:ring-a");
        asset("device:ring-b");
        relation("device:ring-a", RelationType.DEPENDS_ON, "device:ring-b");
        relation("device:ring-b", RelationType.DEPENDS_ON, "device:ring-a");
        asset("device:ring-c");
        relation("device:ring-c", RelationType.DEPENDS_ON, "device:ring-b");

        assertThat(fallen("device:ring-c")).isEmpty();
        assertThat(fallen("device:ring-a"))
                .containsExactlyInAnyOrder("device:ring-b", "device:ring-c");
    }

    @Test
    void namesEveryUnknownAssetOfRelationsAtOnce() {
        asset("device:edge");
        MapRefused refused =
                catchThrowableOfType(
                        MapRefused.class,
                        () ->
                                told(() ->
                                        relations.put(
                                                List.of(
                                                        new RelationStatement(
                                                                "items.0",
                                                                "device:edge",
                                                                RelationType.DEPENDS_ON,
                                                                "device:edge-none",
                                                                null),
                                                        new RelationStatement(
                                                                "items.1",
                                                                "device:edge-nowhere",
                                                                RelationType.RUNS_ON,
                                                                "device:edge",
                                                                null)),
                                                false)));

        assertThat(refused.problems())
                .extracting(MapProblem::code, MapProblem::place)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("asset.unknown", "items.0.target"),
                        org.assertj.core.api.Assertions.tuple("asset.unknown", "items.1.source"));
        assertThat(maps.relations("device:edge", null, Reach.ALL)).isEmpty();

        told(() ->
                relations.put(
                        List.of(
                                new RelationStatement(
                                        "items.0",
                                        "device:edge",
                                        RelationType.DEPENDS_ON,
                                        "device:edge-none",
                                        null)),
                        true));
        assertThat(shown("device:edge-none").presence()).isEqualTo(Presence.DECLARED);
    }

    @Test
    void showsBothEvidencesWhereAToolContradictsSockets() throws InterruptedException {
        pair("told1", "10.91.1");
        String client = "daemon:gunicorn@told1-app";
        String database = "service:5432-tcp@told1-db";
        relation(client, RelationType.CONNECTS_TO, database);
        app("told1", "10.91.1").report(reports);
        new MappedHost("told1-db", "told1", "10.91.1.2")
                .listens(5432, "postgres", "postgres")
                .report(reports);
        sockets.settle();

        MapRelation relation = find(client, RelationType.CONNECTS_TO, database).orElseThrow();
        assertThat(relation.standing()).isEqualTo(Standing.DECLARED);
        assertThat(relation.conflict()).contains("sockets do not show it");
        assertThat(relation.evidence())
                .extracting(Evidence::origin)
                .contains(Origin.TOLD)
                .containsNull();
    }

    @Test
    void keepsADenialWhenTheRelationIsSeenAgain() throws InterruptedException {
        pair("told2", "10.91.2");
        String client = "daemon:gunicorn@told2-app";
        String database = "service:5432-tcp@told2-db";
        Correction denial =
                correct(Correction.Kind.DENY, client, RelationType.CONNECTS_TO, database, null);
        app("told2", "10.91.2").report(reports);
        sockets.settle();
        pair("told2", "10.91.2");

        MapRelation denied = find(client, RelationType.CONNECTS_TO, database).orElseThrow();
        assertThat(denied.standing()).isEqualTo(Standing.DENIED);
        assertThat(denied.conflict()).contains("but sockets show it");
        assertThat(fallen("host:told2-db")).doesNotContain(client);

        withdraw(denial);

        assertThat(fallen("host:told2-db")).contains(client);
        assertThat(corrections.find(client, false, null, 10, Reach.ALL)).isEmpty();
    }

    @Test
    void makesAStrangerTheThingThatHasItsAddress() throws InterruptedException {
        MappedHost host = app("told3", "10.91.3").to("gunicorn", "shop", "203.0.113.31", 443);
        host.report(reports);
        sockets.settle();
        String client = "daemon:gunicorn@told3-app";
        assertThat(find(client, RelationType.CONNECTS_TO, "external:203.0.113.31")).isPresent();

        told(() ->
                changes.put(
                        List.of(
                                said(
                                        "saas:mail",
                                        Map.of("address", "203.0.113.31, 2001:DB8::31")))));
        sockets.settle();

        assertThat(find(client, RelationType.CONNECTS_TO, "saas:mail")).isPresent();
        assertThat(assets.named("external:203.0.113.31", null, Reach.ALL)).isEmpty();
        assertThat(
                        catchThrowableOfType(
                                        MapRefused.class,
                                        () ->
                                                told(() ->
                                                        changes.put(
                                                                List.of(
                                                                        said(
                                                                                "saas:other",
                                                                                Map.of(
                                                                                        "address",
                                                                                        "203.0.113.31"))))))
                                .problems())
                .extracting(MapProblem::code)
                .containsExactly("asset.address-taken");

        access.asSystem(() -> changes.remove("saas:mail"));
        sockets.settle();

        assertThat(find(client, RelationType.CONNECTS_TO, "external:203.0.113.31")).isPresent();
        assertThat(assets.named("saas:mail", null, Reach.ALL)).isEmpty();
    }

    @Test
    void mergesAStrangerUntilThatIsWithdrawn() throws InterruptedException {
        MappedHost host = app("told4", "10.91.4").from("gunicorn", "shop", "203.0.113.41", 8000);
        host.report(reports);
        sockets.settle();
        asset("device:told4-proxy");
        relation("external:203.0.113.41", RelationType.DEPENDS_ON, "host:told4-app");
        Correction merge =
                correct(
                        Correction.Kind.MERGE,
                        "external:203.0.113.41",
                        null,
                        "device:told4-proxy",
                        null);
        sockets.settle();
        aliases.learn();
        host.report(reports);
        sockets.settle();

        String service = "service:8000-tcp@told4-app";
        assertThat(find("device:told4-proxy", RelationType.CONNECTS_TO, service)).isPresent();
        assertThat(find("device:told4-proxy", RelationType.DEPENDS_ON, "host:told4-app"))
                .isPresent();

        withdraw(merge);
        sockets.settle();

        assertThat(find("external:203.0.113.41", RelationType.CONNECTS_TO, service)).isPresent();
        assertThat(find("device:told4-proxy", RelationType.CONNECTS_TO, service)).isEmpty();
    }

    @Test
    void refusesToMergeWhatHostsTellApart() throws InterruptedException {
        pair("told5", "10.91.5");

        assertThat(
                        catchThrowableOfType(
                                        MapRefused.class,
                                        () ->
                                                correct(
                                                        Correction.Kind.MERGE,
                                                        "host:told5-app",
                                                        null,
                                                        "host:told5-db",
                                                        null))
                                .problems())
                .extracting(MapProblem::code)
                .containsExactly("correction.merge-wrong");
    }

    @Test
    void holdsANameAndAnOwnerAgainstWhatToolsSay() {
        told(() -> {
            teams.put("told-team", null, Map.of("email", "team@example.com"));
            return true;
        });
        asset("device:named");
        Correction name =
                correct(Correction.Kind.RENAME, "device:named", null, null, "The big one");
        correct(Correction.Kind.OWNER, "device:named", null, null, "told-team");
        told(() ->
                changes.put(
                        List.of(
                                new AssetStatement(
                                        "",
                                        "device:named",
                                        "dev-4711",
                                        null,
                                        AssetLifecycle.RETIRING,
                                        Map.of(),
                                        Map.of(),
                                        null))));

        MapAsset asset = shown("device:named");
        assertThat(asset.title()).isEqualTo("The big one");
        assertThat(asset.lifecycle()).isEqualTo(AssetLifecycle.RETIRING);
        assertThat(asset.corrected()).contains("The big one", "as a test");
        assertThat(asset.owner())
                .extracting(AssetOwner::contacts)
                .isEqualTo(Map.of("email", "team@example.com"));
        assertThat(
                        catchThrowableOfType(
                                        MapRefused.class,
                                        () -> access.asSystem(() -> teams.remove("told-team")))
                                .reason())
                .isEqualTo(MapRefused.Reason.CONFLICT);

        withdraw(name);

        assertThat(shown("device:named").title()).isEqualTo("dev-4711");
    }

    @Test
    void putsADeploymentOnTheMapOnce() throws InterruptedException {
        app("told6", "10.91.6").report(reports);
        new MappedHost("told6-two", "told6", "10.91.6.3")
                .listens(8000, "gunicorn", "shop")
                .report(reports);
        sockets.settle();
        asset("saas:told6-mail");
        NewDeployment first =
                deployment(
                        "told6-1",
                        "1.0",
                        List.of("told6-app", "told6-two"),
                        List.of("saas:told6-mail"));
        Deployment kept = told(() -> deployments.tell(first, false));
        Deployment again = told(() -> deployments.tell(first, false));

        assertThat(again.id()).isEqualTo(kept.id());
        assertThat(shown("app:shop@told6").attributes()).containsEntry("version", "1.0");
        assertThat(fallen("host:told6-app")).doesNotContain("app:shop@told6");
        assertThat(fallen("saas:told6-mail")).contains("app:shop@told6");
        assertThat(find("daemon:gunicorn@told6-app", RelationType.MEMBER_OF, "app:shop@told6"))
                .isPresent();
        MapRefused refused =
                catchThrowableOfType(
                        MapRefused.class,
                        () ->
                                told(() ->
                                        deployments.tell(
                                                deployment(
                                                        "told6-1",
                                                        "1.1",
                                                        List.of("told6-app"),
                                                        List.of()),
                                                false)));
        assertThat(refused.reason()).isEqualTo(MapRefused.Reason.CONFLICT);

        told(() ->
                deployments.tell(
                        deployment("told6-2", "1.1", List.of("told6-app"), List.of()), false));

        assertThat(fallen("saas:told6-mail")).doesNotContain("app:shop@told6");
        assertThat(
                        deployments.find(
                                new DeploymentQuery(
                                        "shop", "told6-app", null, null, null, null, 10),
                                Reach.ALL))
                .extracting(Deployment::version)
                .containsExactly("1.1", "1.0");
    }

    @Test
    void listsAllThatIsWrongWithADeployment() {
        MapRefused refused =
                catchThrowableOfType(
                        MapRefused.class,
                        () ->
                                told(() ->
                                        deployments.tell(
                                                new NewDeployment(
                                                        null,
                                                        "shop",
                                                        "told7",
                                                        "1",
                                                        List.of("told7-none"),
                                                        false,
                                                        null,
                                                        null,
                                                        null,
                                                        "ftp://x",
                                                        Map.of("db_password", "x"),
                                                        List.of("no name"),
                                                        List.of()),
                                                false)));

        assertThat(refused.problems())
                .extracting(MapProblem::place)
                .containsExactlyInAnyOrder(
                        "link",
                        "parameters.db_password",
                        "hosts.0.target",
                        "dependencies.0.target");
    }

    @Test
    void refusesAWrongTableAsAWholeWithEveryLine() {
        String table =
                """
                id,title,lifecycle,owner,attribute.rack
                rack:told8,"A ""big"" one, indeed",LIVE,,
                rack,,DEAD,nobody,
                rack:told8,,,,x
                rack:told8b
                """;
        MapRefused refused =
                catchThrowableOfType(MapRefused.class, () -> told(() -> changes.take(table)));

        assertThat(refused.problems())
                .extracting(MapProblem::place)
                .contains("line 3", "line 4", "line 5");
        assertThat(assets.named("rack:told8", null, Reach.ALL)).isEmpty();

        told(() -> changes.take(table.lines().limit(2).reduce("", (one, two) -> one + two + "\n")));
        assertThat(shown("rack:told8").title()).isEqualTo("A \"big\" one, indeed");
    }
}
