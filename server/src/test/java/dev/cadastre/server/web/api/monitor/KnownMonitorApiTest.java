package dev.cadastre.server.web.api.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.monitoring.defining.MonitorsByTest;
import dev.cadastre.server.web.api.ApiClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Monitors of facts and rules, by REST. */
@ServerTest
class KnownMonitorApiTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;
    @Autowired private MonitorsByTest byTest;

    private MonitorCalls calls = new MonitorCalls(ApiClient.nobody());

    @BeforeEach
    void signIn() {
        calls = new MonitorCalls(ApiClient.administrator(server, access, tokens));
    }

    private void host(String name) {
        calls.done(
                "POST",
                "hosts",
                "{\"address\":\"%s\",\"environment\":\"known-api\",\"push\":true}".formatted(name));
    }

    private static String fact(String name, String subject, String breach) {
        return """
        {"name":"%s",%s,"kind":"FACT","retries":0,"settings":{"breach":"%s"}}
        """
                .formatted(name, subject, breach);
    }

    private static String rule(String name, String subject, String rule) {
        return """
        {"name":"%s",%s,"kind":"RULE","retries":0,"settings":{"rule":"%s"}}
        """
                .formatted(name, subject, rule);
    }

    @Test
    void findsWhoBreachesARuleThatWasAddedByApiAlsoOnceAHostCameLater() {
        host("known-api1");
        calls.done("PUT", "rules/known-api-two", "{\"q\":\"host:known-api2\"}");
        long id =
                calls.done(
                                "POST",
                                "monitor-definitions",
                                rule("two", "\"q\":\"env:known-api\"", "known-api-two"))
                        .get("id")
                        .asLong();
        String list = "monitors?definition=" + id;
        awaitStates(list, List.of("OK"));

        host("known-api2");
        byTest.coverAgain();

        awaitStates(list, List.of("OK", "CRITICAL"));
        calls.done("DELETE", "monitor-definitions/" + id, "");
    }

    private void awaitStates(String list, List<String> states) {
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(calls.texts(list, "certain")).isEqualTo(states));
    }

    @Test
    void refusesWhatTheRegisterDoesNotUnderstand() {
        host("known-api3");
        calls.done("PUT", "rules/known-api-rule", "{\"q\":\"host:nobody-is-called-so\"}");
        String host = "\"asset\":\"host:known-api3\"";

        HttpResponse<String> field =
                calls.send("POST", "monitors", fact("red", host, "colour:red"));
        HttpResponse<String> close =
                calls.send("POST", "monitors", rule("close", host, "known-api-rul"));

        assertThat(field.statusCode()).isEqualTo(400);
        assertThat(field.body()).contains("monitor.breach-wrong", "colour");
        assertThat(close.statusCode()).isEqualTo(400);
        assertThat(close.body()).contains("monitor.rule-wrong", "did you mean known-api-rule?");
        assertThat(
                        calls.codes(
                                "POST",
                                "monitor-definitions",
                                fact("both", "\"q\":\"env:\"", "colour:red")))
                .containsExactly("monitor.q-wrong", "monitor.breach-wrong");
    }

    @Test
    void refusesAnAssetWithoutAHost() {
        calls.asset("device:known-fan", "known-api");

        assertThat(
                        calls.codes(
                                "POST",
                                "monitors",
                                fact("fan", "\"asset\":\"device:known-fan\"", "env:known-api")))
                .containsExactly("monitor.asset-wrong");
    }

    @Test
    void refusesATemplateWithWhichADefinitionWouldAskNonsense() {
        calls.done(
                "PUT",
                "monitor-templates/known-base",
                "{\"kind\":\"FACT\",\"settings\":{\"breach\":\"env:known-none\"}}");
        long id =
                calls.done(
                                "POST",
                                "monitor-definitions",
                                "{\"name\":\"t\",\"q\":\"env:known-api\",\"template\":\"known-base\"}")
                        .get("id")
                        .asLong();

        assertThat(
                        calls.codes(
                                "PUT",
                                "monitor-templates/known-base",
                                "{\"kind\":\"FACT\",\"settings\":{\"breach\":\"colour:red\"}}"))
                .containsExactly("monitor.breach-wrong");
        calls.done("DELETE", "monitor-definitions/" + id, "");
        calls.done("DELETE", "monitor-templates/known-base", "");
    }
}
