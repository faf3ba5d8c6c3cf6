package dev.cadastre.server.change.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.change.ChangeRefused;
import dev.cadastre.server.change.ChangeRun;
import dev.cadastre.server.change.running.FakeHosts;
import dev.cadastre.server.change.running.Plans;
import dev.cadastre.server.change.running.RunsByTest;
import dev.cadastre.server.monitoring.defining.Definitions;
import dev.cadastre.server.monitoring.definition.Draft;
import dev.cadastre.server.monitoring.keeping.DefinitionRow;
import dev.cadastre.server.parcels.ParcelProblem;
import dev.cadastre.server.parcels.ParcelRefused;
import dev.cadastre.server.parcels.app.AppDifference;
import dev.cadastre.server.parcels.app.AppName;
import dev.cadastre.server.parcels.app.AppRevision;
import dev.cadastre.server.parcels.app.AppState;
import dev.cadastre.server.parcels.app.AppTask;
import dev.cadastre.server.parcels.app.AppVerb;
import dev.cadastre.server.parcels.app.Apps;
import dev.cadastre.server.parcels.app.ShownValue;
import dev.cadastre.server.parcels.app.Step;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Apps that are deployed, changed, undone and taken away, on hosts that only pretend. */
@ServerTest
class AppPlansTest {

    @Autowired private AppsByTest byTest;
    @Autowired private RunsByTest runs;
    @Autowired private FakeHosts hosts;
    @Autowired private Apps apps;
    @Autowired private AppPlans plans;
    @Autowired private Plans planned;
    @Autowired private Drifts drifts;
    @Autowired private Definitions definitions;
    @Autowired private Access access;
    @Autowired private JdbcClient jdbc;

    private AppRevision current(String app) {
        return apps.current(AppName.of(app).orElseThrow(), Reach.ALL).orElseThrow();
    }

    private void storeAndShop(String environment, String shop) {
        runs.declare(environment, environment + "-db", environment + "-w1", environment + "-w2");
        byTest.take(AppsByTest.store(environment + "-store", "1.0.0"));
        byTest.take(AppsByTest.shop(environment + "-shop", "1.0.0", environment + "-store"));
        byTest.deploy("db@" + environment, environment + "-store", environment + "-db");
        byTest.deploy(
                shop + "@" + environment,
                environment + "-shop",
                environment + "-w1",
                environment + "-w2");
    }

    @Test
    void bindsToTheOneAppThatMeetsARequirementAndHasItsValues() {
        storeAndShop("apps-a", "my-shop");

        AppRevision shop = current("my-shop@apps-a");
        assertThat(shop.tasks()).extracting(AppTask::step).containsExactly(Step.BIND, Step.INSTALL);
        String account = hosts.host("apps-a-db").value("account");
        assertThat(account).startsWith("my_shop:");
        String password = account.substring("my_shop:".length());
        assertThat(hosts.host("apps-a-w1").value("page"))
                .isEqualTo("1.0.0 Shop 6000")
                .isEqualTo(hosts.host("apps-a-w2").value("page"));
        assertThat(hosts.host("apps-a-w1").value("secret"))
                .endsWith(" " + password)
                .isEqualTo(hosts.host("apps-a-w2").value("secret"));
        assertThat(shop.on("apps-a-w1"))
                .extracting(ShownValue::name, ShownValue::value, ShownValue::layer)
                .contains(
                        tuple("title", "Shop", "default"),
                        tuple("at", "6000", "requirement:store.port"));
    }

    @Test
    void writesNoSecretAnywhere() {
        storeAndShop("apps-b", "shop");
        List<String> words = List.of(hosts.host("apps-b-w1").value("secret").split(" "));

        String everything = everythingWritten();

        assertThat(everything).contains("shop@apps-b");
        assertThat(words).hasSize(2).allMatch(word -> word.length() == 32);
        assertThat(everything).doesNotContain(words);
    }

    private String everythingWritten() {
        StringBuilder all = new StringBuilder();
        jdbc.sql(
                        """
                        select schemaname || '.' || tablename from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema')
                        """)
                .query(String.class)
                .list()
                .forEach(table ->
                        jdbc.sql("select t::text from %s t".formatted(table))
                                .query(String.class)
                                .list()
                                .forEach(all::append));
        return all.toString();
    }

    @Test
    void tellsTheMapAndWatchesItsTests() {
        storeAndShop("apps-c", "shop");

        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from topology.deployment
                                        where app = 'shop' and environment = 'apps-c'
                                          and told::text like '%app:db@apps-c%'
                                        """)
                                .query(Integer.class)
                                .single())
                .isPositive();
        assertThat(watched("daemon:db@apps-c-db")).containsExactly("answers");
        DefinitionRow test = definition("daemon:db@apps-c-db");
        assertThat(test.draft().value("arguments")).contains("db 6000");
        assertThat(test.draft().test()).contains("exit 0");
    }

    private List<String> watched(String asset) {
        return definitions.find(0, 10_000, Reach.ALL).stream()
                .filter(row -> row.draft().value(Draft.ASSET).filter(asset::equals).isPresent())
                .map(DefinitionRow::name)
                .toList();
    }

    private DefinitionRow definition(String asset) {
        return definitions.find(0, 10_000, Reach.ALL).stream()
                .filter(row -> row.draft().value(Draft.ASSET).filter(asset::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void configuresWhatChangesAndKeepsWhatWasGivenBefore() {
        storeAndShop("apps-d", "shop");
        String before = hosts.host("apps-d-w1").value("page");

        PlannedApp first =
                byTest.plan(
                        AppsByTest.order(
                                "shop@apps-d",
                                AppVerb.CONFIGURE,
                                "",
                                List.of(),
                                Map.of("title", "Other")));
        byTest.start(first);
        PlannedApp again =
                byTest.plan(
                        AppsByTest.order(
                                "shop@apps-d", AppVerb.CONFIGURE, "", List.of(), Map.of()));

        assertThat(first.proposal().differences())
                .extracting(AppDifference::host, AppDifference::before, AppDifference::after)
                .containsExactly(
                        tuple("apps-d-w1", "Shop", "Other"), tuple("apps-d-w2", "Shop", "Other"));
        assertThat(first.proposal().revision().tasks())
                .extracting(AppTask::step)
                .containsExactly(Step.CONFIGURE);
        assertThat(hosts.host("apps-d-w1").value("page"))
                .isEqualTo(before.replace("Shop", "Other"));
        assertThat(again.proposal().revision().tasks()).isEmpty();
        assertThat(again.proposal().revision().on("apps-d-w1"))
                .filteredOn(value -> value.name().equals("title"))
                .extracting(ShownValue::value, ShownValue::layer)
                .containsExactly(tuple("Other", "command line"));
    }

    @Test
    void goesBackByItselfWhenAConfigurationFails() {
        storeAndShop("apps-e", "shop");
        String before = hosts.host("apps-e-w1").value("page");
        hosts.host("apps-e-w2").failing("page");

        List<ChangeRun> ended =
                byTest.start(
                        byTest.plan(
                                AppsByTest.order(
                                        "shop@apps-e",
                                        AppVerb.CONFIGURE,
                                        "",
                                        List.of(),
                                        Map.of("title", "Other"))));
        ChangeRun undone = runs.rested(ended.getLast().id());

        assertThat(undone.undoing()).isTrue();
        assertThat(hosts.host("apps-e-w1").value("page")).isEqualTo(before);
        assertThat(current("shop@apps-e").on("apps-e-w1"))
                .extracting(ShownValue::value)
                .contains("Shop");
    }

    @Test
    void goesBackToWhatWasThereWhenItIsUndone() {
        storeAndShop("apps-f", "shop");
        AppName shop = AppName.of("shop@apps-f").orElseThrow();
        String before = hosts.host("apps-f-w1").value("page");
        byTest.take(AppsByTest.shop("apps-f-shop", "1.1.0", "apps-f-store"));
        byTest.start(
                byTest.plan(
                        AppsByTest.order("shop@apps-f", AppVerb.UPGRADE, "", List.of(), Map.of())));
        assertThat(current("shop@apps-f").parcel().version()).isEqualTo("1.1.0");
        assertThat(hosts.host("apps-f-w1").value("page")).startsWith("1.1.0");

        AppRevision undone = access.asSystem(() -> plans.undo(shop, Reach.ALL));
        plans.runsOf(undone).forEach(runs::rested);

        assertThat(hosts.host("apps-f-w1").value("page")).isEqualTo(before);
        assertThat(current("shop@apps-f").parcel().version()).isEqualTo("1.0.0");
        assertThat(apps.revision(undone.id()).state()).isEqualTo(AppState.UNDONE);
    }

    @Test
    void isRemovedOnlyWhenNobodyNeedsItAndIsWatchedNoLonger() {
        storeAndShop("apps-g", "shop");

        assertThat(refusal("db@apps-g", AppVerb.REMOVE, Map.of())).containsExactly("app.is-needed");
        byTest.start(
                byTest.plan(
                        AppsByTest.order("shop@apps-g", AppVerb.REMOVE, "", List.of(), Map.of())));
        byTest.start(
                byTest.plan(
                        AppsByTest.order("db@apps-g", AppVerb.REMOVE, "", List.of(), Map.of())));

        assertThat(hosts.host("apps-g-w2").value("page")).isEqualTo("gone");
        assertThat(apps.current("apps-g", null, Reach.ALL)).isEmpty();
        assertThat(watched("daemon:db@apps-g-db")).isEmpty();
    }

    private List<String> refusal(String app, AppVerb verb, Map<String, String> values) {
        ParcelRefused refused =
                catchThrowableOfType(
                        ParcelRefused.class,
                        () -> byTest.plan(AppsByTest.order(app, verb, "", List.of(), values)));
        return refused.problems().stream().map(ParcelProblem::code).toList();
    }

    @Test
    void tellsAllThatIsWrongAtOnceAndChangesNothing() {
        storeAndShop("apps-h", "shop");

        assertThat(refusal("db@apps-h", AppVerb.CONFIGURE, Map.of("port", "x", "nothing", "1")))
                .containsExactlyInAnyOrder("parameter.type", "parameter.unknown");
        assertThat(current("db@apps-h").number()).isEqualTo(1);
    }

    @Test
    void findsWhatSomebodyEditedByHand() throws InterruptedException {
        storeAndShop("apps-i", "shop");
        AppName db = AppName.of("db@apps-i").orElseThrow();
        assertThat(drift(db)).isEmpty();

        hosts.host("apps-i-db").put("port", "1");

        assertThat(drift(db))
                .extracting(Drift::app, Drift::host)
                .containsExactly(tuple("db@apps-i", "apps-i-db"));
    }

    private List<Drift> drift(AppName app) throws InterruptedException {
        return access.<List<Drift>, InterruptedException>asSystem(() -> drifts.find(null, app));
    }

    @Test
    void doesNotBeginWhatWasPlannedAnewSince() {
        storeAndShop("apps-j", "shop");
        PlannedApp old =
                byTest.plan(
                        AppsByTest.order(
                                "db@apps-j",
                                AppVerb.CONFIGURE,
                                "",
                                List.of(),
                                Map.of("port", "1")));
        byTest.plan(
                AppsByTest.order(
                        "db@apps-j", AppVerb.CONFIGURE, "", List.of(), Map.of("port", "2")));

        ParcelRefused refused = catchThrowableOfType(ParcelRefused.class, () -> byTest.start(old));

        assertThat(refused.problems())
                .extracting(ParcelProblem::code)
                .containsExactly("app.plan-outdated");
        assertThat(hosts.host("apps-j-db").value("port")).isEqualTo("6000");
        assertThat(planned.find(old.plans().values().iterator().next(), Reach.ALL)).isPresent();
    }

    @Test
    void keepsTheLastGoodPlanWhenAnotherCannotBeMade() {
        storeAndShop("apps-k", "shop");
        PlannedApp good =
                byTest.plan(
                        AppsByTest.order(
                                "db@apps-k",
                                AppVerb.CONFIGURE,
                                "",
                                List.of(),
                                Map.of("port", "1")));
        byTest.take(
                AppsByTest.store("apps-k-store", "2.0.0")
                        .with(
                                "changes/install.change",
                                """
                                [change]
                                name = wrong
                                [step put]
                                op = test.put
                                key = port
                                value = ${nowhere}
                                """));
        assertThatThrownBy(() ->
                        byTest.plan(
                                AppsByTest.order(
                                        "db@apps-k", AppVerb.UPGRADE, "", List.of(), Map.of())))
                .isInstanceOf(ChangeRefused.class);

        byTest.start(good);

        assertThat(hosts.host("apps-k-db").value("port")).isEqualTo("1");
    }

    @Test
    void isThereAlsoWhereOneOfItsTestsCannotBeWatched() {
        runs.declare("apps-l", "apps-l-db");
        byTest.take(
                AppsByTest.store("apps-l-store", "1.0.0")
                        .with(
                                "parameters.schema.json",
                                """
                                {"properties": {
                                  "port": {"type": "integer", "default": 6000},
                                  "limit": {"type": "integer"}}}
                                """)
                        .with(
                                "monitors.ini",
                                """
                                [monitor limited]
                                kind = tcp
                                port = ${limit}
                                """));

        byTest.deploy("db@apps-l", "apps-l-store", "apps-l-db");

        assertThat(current("db@apps-l").state()).isEqualTo(AppState.CURRENT);
        assertThat(watched("daemon:db@apps-l-db")).containsExactly("answers");
        assertThat(everythingWritten()).contains("db@apps-l is not watched by limited");
    }
}
