package dev.cadastre.server.web.api.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.change.running.RunsByTest;
import dev.cadastre.server.web.api.monitor.MonitorCalls;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What of a run is shown by REST to whom. */
@ServerTest
class RunVisibilityApiTest extends RunsByApi {

    @Test
    void showsToEachOnlyWhatConcernsThem() {
        byTest.declare("rapi-f", "rapi-f1");
        byTest.declare("rapi-g", "rapi-g1");
        String digest = byTest.send(SHOP.replace("as = root\n", "") + "# rapi-f\n");
        String both = "{\"archive\":\"%s\",\"hosts\":[\"rapi-f1\",\"rapi-g1\"]}".formatted(digest);
        long id = started(calls, both);
        byTest.rested(id);
        String plan = calls.get("runs/" + id).at("/run/plan").asString();

        MonitorCalls viewer = as(Role.VIEWER, "rapi-f");
        JsonNode seen = viewer.get("runs/" + id);
        assertThat(seen.at("/run/hosts")).hasToString("[\"rapi-f1\"]");
        assertThat(seen.at("/run/environments")).hasToString("[\"rapi-f\"]");
        assertThat(seen.get("places")).hasSize(1);
        assertThat(seen.toString()).doesNotContain("rapi-g");
        assertThat(viewer.get("runs").toString()).doesNotContain("rapi-g1");
        assertThat(viewer.get("runs?host=rapi-g1").get("items")).isEmpty();
        assertThat(viewer.codes("GET", "runs/" + id + "/entries", ""))
                .containsExactly("run.not-all-visible");
        assertThat(viewer.codes("GET", "runs/" + id + "/jobs/motd/places/rapi-g1/output", ""))
                .containsExactly("run.no-such-place");
        assertThat(viewer.status("GET", "plans/" + plan, "")).isEqualTo(404);
        assertThat(head(viewer, digest)).isEqualTo(404);
        assertThat(viewer.status("GET", "runs/" + id + "/asks", "")).isEqualTo(403);
        assertThat(viewer.status("GET", "runs/" + id + "/values", "")).isEqualTo(403);
        assertThat(viewer.status("POST", "plans", both)).isEqualTo(403);
        assertThat(viewer.status("POST", "runs", "{\"plan\":\"%s\"}".formatted(plan)))
                .isEqualTo(403);
        assertThat(viewer.status("POST", "runs/" + id + "/requests", "{\"request\":\"UNDO\"}"))
                .isEqualTo(403);
        RunsByTest.Sent sent = RunsByTest.archive("x");
        assertThat(put(viewer, sent.digest(), sent.tar()).statusCode()).isEqualTo(403);

        MonitorCalls operator = as(Role.OPERATOR, "rapi-f");
        assertThat(operator.codes("POST", "plans", both)).containsExactly("plan.host-unknown");
        assertThat(operator.status("POST", "runs/" + id + "/requests", "{\"request\":\"UNDO\"}"))
                .isEqualTo(403);
        assertThat(operator.status("GET", "runs/" + id + "/asks", "")).isEqualTo(404);
        assertThat(operator.status("GET", "runs/" + id + "/values", "")).isEqualTo(404);
        started(operator, "{\"archive\":\"%s\",\"hosts\":[\"rapi-f1\"]}".formatted(digest));

        MonitorCalls elsewhere = as(Role.OPERATOR, "rapi-h");
        assertThat(elsewhere.status("GET", "runs/" + id, "")).isEqualTo(404);
        assertThat(elsewhere.get("runs").get("items")).isEmpty();
    }
}
