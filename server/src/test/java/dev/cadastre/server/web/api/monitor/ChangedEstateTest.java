package dev.cadastre.server.web.api.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.web.api.ApiClient;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Monitors of an estate file that changes, beside others that were said by API. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangedEstateTest {

    private static final String DISK =
            """
            [monitor disk]
            q = env:qa
            kind = passive
            interval = 7m
            """;

    private ChangingEstate estate;

    @BeforeAll
    void start(@TempDir Path folder) {
        estate = new ChangingEstate(folder);
    }

    @AfterAll
    void stop() {
        estate.close();
    }

    private JsonNode only(String path) {
        JsonNode items = estate.calls().get(path).get("items");
        assertThat(items).as(path).hasSize(1);
        return items.get(0);
    }

    private JsonNode defined(String name) {
        return estate.calls()
                .done(
                        "POST",
                        "monitor-definitions",
                        "{\"name\":\"%s\",\"q\":\"env:qa\",\"kind\":\"PASSIVE\"}".formatted(name));
    }

    private JsonNode planned(String monitors) {
        return ApiClient.read(
                estate.calls()
                        .client()
                        .answer(
                                "/api/v1/estate/plan",
                                "text/plain",
                                ChangingEstate.text(monitors)));
    }

    @Test
    void withoutABodyIsWhatTheServersOwnFileWouldChange() {
        JsonNode plan =
                ApiClient.read(
                        estate.calls().client().answer("/api/v1/estate/plan", "text/plain", ""));

        assertThat(plan.get("changes").isArray()).isTrue();
        assertThat(plan.get("problems")).isEmpty();
    }

    private void assertTheFilesNow(long definition, long monitor) {
        JsonNode now = only("monitors?name=disk");
        assertThat(now.get("id").asLong()).as("It is the same monitor").isEqualTo(monitor);
        assertThat(now.get("definition").asLong()).isEqualTo(definition);
        assertThat(now.get("interval").asString()).isEqualTo("7m");
        assertThat(now.at("/declared/line").asInt()).isEqualTo(7);
        assertThat(estate.calls().codes("DELETE", "monitor-definitions/" + definition, ""))
                .containsExactly("monitor.declared");
        assertThat(estate.calls().get("estate").get("problems")).isEmpty();
    }

    @Test
    void takesOverWhatWasSaidByApiWhileItRunsAndSaysSoBefore() {
        estate.save("");
        long definition = defined("disk").get("id").asLong();
        long monitor = only("monitors?name=disk").get("id").asLong();

        JsonNode problem = planned(DISK).get("problems").get(0);
        assertThat(problem.get("code").asString()).isEqualTo("estate.monitor-taken-over");
        assertThat(problem.get("severity").asString()).isEqualTo("WARNING");
        assertThat(problem.get("message").asString())
                .startsWith("[monitor disk] takes over what ")
                .endsWith("with the id " + definition);
        assertThat(problem.get("line").asInt()).isEqualTo(7);

        estate.save(DISK);

        assertTheFilesNow(definition, monitor);
        estate.save("");
        assertThat(estate.calls().get("monitors?name=disk").get("items")).isEmpty();
    }

    @Test
    void takesOverWhatWasSaidByApiWhenItStarts() {
        estate.save("");
        long definition = defined("disk").get("id").asLong();
        long monitor = only("monitors?name=disk").get("id").asLong();

        estate.saveAndRestart(DISK);

        assertTheFilesNow(definition, monitor);
    }

    @Test
    void takesOverATemplateWithAllThatStartsFromIt() {
        estate.save("");
        estate.calls().done("PUT", "monitor-templates/base", "{\"kind\":\"PASSIVE\"}");
        estate.calls()
                .done(
                        "POST",
                        "monitor-definitions",
                        "{\"name\":\"based\",\"q\":\"env:qa\",\"template\":\"base\"}");

        String template = "[monitor-template base]\nkind = passive\ninterval = 9m\n";
        estate.save(template);

        JsonNode based = only("monitors?name=based");
        assertThat(based.get("interval").asString()).isEqualTo("9m");
        assertThat(estate.calls().codes("PUT", "monitor-templates/base", "{\"kind\":\"PASSIVE\"}"))
                .containsExactly("monitor.declared");

        estate.saveAndRestart("[monitor-template base]\nkind = tcp\n");
        JsonNode refused = estate.calls().get("estate").get("problems").get(0);
        assertThat(refused.get("code").asString()).isEqualTo("estate.bad-monitor");
        assertThat(refused.get("line").asInt()).isEqualTo(7);
        assertThat(refused.get("message").asString())
                .startsWith("[monitor-template base] the monitor based, which ")
                .contains("port");
        assertThat(only("monitors?name=based").get("interval").asString()).isEqualTo("9m");

        estate.save("");
        assertThat(estate.calls().get("estate").get("problems").get(0).get("message").asString())
                .contains("There is no template base");
        assertThat(only("monitors?name=based").get("interval").asString()).isEqualTo("9m");

        long definition = only("monitors?name=based").get("definition").asLong();
        estate.calls().done("DELETE", "monitor-definitions/" + definition, "");
        estate.save("# without\n");
        assertThat(estate.calls().get("estate").get("problems")).isEmpty();
        assertThat(estate.calls().status("GET", "monitor-templates/base", "")).isEqualTo(404);
    }

    @Test
    void followsWhatTheFileChangesAndRemoves() {
        estate.save(
                """
                [monitor stays]
                q = env:qa
                kind = passive

                [monitor goes]
                q = env:qa
                kind = passive
                """);
        long stays = only("monitors?name=stays").get("id").asLong();
        assertThat(estate.calls().texts("monitors?name=goes", "asset")).containsExactly("host:h1");

        estate.save(
                """
                [monitor stays]
                q = env:qa
                kind = passive
                interval = 3m
                retries = 0
                """);

        JsonNode changed = only("monitors?name=stays");
        assertThat(changed.get("id").asLong()).isEqualTo(stays);
        assertThat(changed.get("interval").asString()).isEqualTo("3m");
        assertThat(changed.get("retries").asInt()).isZero();
        assertThat(estate.calls().get("monitors?name=goes").get("items")).isEmpty();

        estate.save("[monitor stays]\nq = env:none\nkind = passive\n");

        assertThat(estate.calls().get("monitors?name=stays").get("items")).isEmpty();
    }

    @Test
    void takesOverWhatWasSaidOfAnAssetOnceTheFileNamesIt() {
        estate.save("[monitor moves]\nq = env:qa\nkind = passive\n");
        only("monitors?name=moves");
        estate.calls().asset("device:fan", "qa");
        long ofFan =
                estate.calls()
                        .add("{\"name\":\"moves\",\"asset\":\"device:fan\",\"kind\":\"PASSIVE\"}");

        estate.save("[monitor moves]\nasset = device:fan\nkind = passive\ninterval = 4m\n");

        JsonNode moved = only("monitors?name=moves");
        assertThat(moved.get("id").asLong()).isEqualTo(ofFan);
        assertThat(moved.get("asset").asString()).isEqualTo("device:fan");
        assertThat(moved.get("interval").asString()).isEqualTo("4m");
        assertThat(estate.calls().get("estate").get("problems")).isEmpty();
    }
}
