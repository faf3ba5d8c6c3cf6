package dev.cadastre.server.change.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.change.running.FakeHosts;
import dev.cadastre.server.change.running.RunsByTest;
import dev.cadastre.server.parcels.ParcelProblem;
import dev.cadastre.server.parcels.ParcelRefused;
import dev.cadastre.server.parcels.app.AppName;
import dev.cadastre.server.parcels.app.AppRemark;
import dev.cadastre.server.parcels.app.AppRevision;
import dev.cadastre.server.parcels.app.AppState;
import dev.cadastre.server.parcels.app.AppTask;
import dev.cadastre.server.parcels.app.AppVerb;
import dev.cadastre.server.parcels.app.Apps;
import dev.cadastre.server.parcels.app.Step;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of an app when others change beside it, on hosts that only pretend. */
@ServerTest
class AppsTogetherTest {

    @Autowired private AppsByTest byTest;
    @Autowired private RunsByTest runs;
    @Autowired private FakeHosts hosts;
    @Autowired private Apps apps;

    private AppRevision current(String app) {
        return apps.current(AppName.of(app).orElseThrow(), Reach.ALL).orElseThrow();
    }

    private void prepare(String environment) {
        runs.declare(
                environment,
                environment + "-db",
                environment + "-db2",
                environment + "-w1",
                environment + "-w2");
        byTest.take(AppsByTest.store(environment + "-store", "1.0.0"));
        byTest.take(AppsByTest.shop(environment + "-shop", "1.0.0", environment + "-store"));
        byTest.deploy("db@" + environment, environment + "-store", environment + "-db");
    }

    private void storeAndShop(String environment) {
        prepare(environment);
        byTest.deploy("shop@" + environment, environment + "-shop", environment + "-w1");
    }

    private PlannedApp plan(String app, AppVerb verb, Map<String, String> values) {
        return byTest.plan(AppsByTest.order(app, verb, "", List.of(), values));
    }

    private List<String> refusal(PlannedApp planned) {
        return catchThrowableOfType(ParcelRefused.class, () -> byTest.start(planned))
                .problems()
                .stream()
                .map(ParcelProblem::code)
                .toList();
    }

    @Test
    void saysWhoReadsWhatChangesAndWhatToDoThen() {
        storeAndShop("together-a");
        PlannedApp planned = plan("db@together-a", AppVerb.CONFIGURE, Map.of("port", "7000"));

        assertThat(planned.proposal().remarks())
                .containsExactly(
                        new AppRemark(
                                "app.consumer-outdated",
                                "shop@together-a reads store.port of it.",
                                "cadastre app configure shop@together-a"));
        assertThat(apps.remarks(current("db@together-a"))).isEmpty();

        byTest.start(planned);
        assertThat(apps.remarks(current("db@together-a"))).hasSize(1);
        assertThat(apps.remarks(current("shop@together-a")))
                .extracting(AppRemark::code, AppRemark::message)
                .containsExactly(
                        tuple("app.binding-outdated", "db@together-a changed store.port since."));

        byTest.start(plan("shop@together-a", AppVerb.CONFIGURE, Map.of()));
        assertThat(apps.remarks(current("db@together-a"))).isEmpty();
        assertThat(apps.remarks(current("shop@together-a"))).isEmpty();
        assertThat(hosts.host("together-a-w1").value("page")).isEqualTo("1.0.0 Shop 7000");
    }

    @Test
    void isToldToHostsThatItsProviderGained() {
        storeAndShop("together-b");
        PlannedApp grown =
                byTest.plan(
                        AppsByTest.order(
                                "db@together-b",
                                AppVerb.DEPLOY,
                                "",
                                List.of("together-b-db", "together-b-db2"),
                                Map.of()));
        assertThat(grown.proposal().remarks())
                .extracting(AppRemark::message)
                .singleElement()
                .asString()
                .contains("store.count, store.1.address");
        byTest.start(grown);
        assertThat(hosts.host("together-b-db2").value("account")).isEmpty();

        PlannedApp planned = plan("shop@together-b", AppVerb.CONFIGURE, Map.of());
        byTest.start(planned);

        assertThat(planned.proposal().revision().tasks())
                .extracting(AppTask::step, AppTask::hosts)
                .containsExactly(
                        tuple(Step.BIND, List.of("together-b-db2")),
                        tuple(Step.CONFIGURE, List.of("together-b-w1")));
        assertThat(hosts.host("together-b-db2").value("account"))
                .startsWith("shop:")
                .isEqualTo(hosts.host("together-b-db").value("account"));
    }

    @Test
    void doesNotBeginByWhatItsProviderWas() {
        storeAndShop("together-c");
        PlannedApp old = plan("shop@together-c", AppVerb.CONFIGURE, Map.of("title", "Other"));
        byTest.start(plan("db@together-c", AppVerb.CONFIGURE, Map.of("port", "7000")));

        assertThat(refusal(old)).containsExactly("app.provider-changed");
        assertThat(hosts.host("together-c-w1").value("page")).isEqualTo("1.0.0 Shop 6000");

        byTest.start(plan("shop@together-c", AppVerb.CONFIGURE, Map.of("title", "Other")));
        assertThat(hosts.host("together-c-w1").value("page")).isEqualTo("1.0.0 Other 7000");
    }

    @Test
    void isNotTakenAwayFromWhoCameToNeedIt() {
        prepare("together-d");
        PlannedApp removal = plan("db@together-d", AppVerb.REMOVE, Map.of());
        byTest.deploy("shop@together-d", "together-d-shop", "together-d-w1");

        assertThat(refusal(removal)).containsExactly("app.is-needed");
        assertThat(hosts.host("together-d-db").value("port")).isEqualTo("6000");
    }

    @Test
    void isTakenAwayFromWhereItFailedWhenItGoesElsewhere() {
        prepare("together-e");
        hosts.host("together-e-w1").failing("secret");
        byTest.deploy("shop@together-e", "together-e-shop", "together-e-w1");
        assertThat(hosts.host("together-e-w1").value("page")).isEqualTo("1.0.0 Shop 6000");

        byTest.deploy("shop@together-e", "together-e-shop", "together-e-w2");

        assertThat(hosts.host("together-e-w1").value("page")).isEqualTo("gone");
        assertThat(hosts.host("together-e-w2").value("page")).isEqualTo("1.0.0 Shop 6000");
        assertThat(current("shop@together-e").hosts()).containsExactly("together-e-w2");
    }

    @Test
    void isTakenAwayWhenItNeverCameAbout() {
        prepare("together-f");
        hosts.host("together-f-w1").failing("secret");
        byTest.deploy("shop@together-f", "together-f-shop", "together-f-w1");

        byTest.start(plan("shop@together-f", AppVerb.REMOVE, Map.of()));

        assertThat(hosts.host("together-f-w1").value("page")).isEqualTo("gone");
        AppName shop = AppName.of("shop@together-f").orElseThrow();
        assertThat(apps.lastBegun(shop).orElseThrow().state()).isEqualTo(AppState.REMOVED);
    }
}
