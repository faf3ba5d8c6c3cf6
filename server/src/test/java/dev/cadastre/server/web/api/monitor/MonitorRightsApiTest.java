package dev.cadastre.server.web.api.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.web.api.ApiClient;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Who may say what is checked, by REST. */
@ServerTest
class MonitorRightsApiTest {

    private static final String PLACE = "mon-r";
    private static final String ELSEWHERE = "mon-s";
    private static final String SECRET = "\"user\":\"x\",\"secret\":\"SMTP\"";

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;

    private MonitorCalls administrator = new MonitorCalls(ApiClient.nobody());
    private MonitorCalls operator = new MonitorCalls(ApiClient.nobody());
    private MonitorCalls ofPlace = new MonitorCalls(ApiClient.nobody());

    @BeforeEach
    void signIn() {
        administrator = new MonitorCalls(ApiClient.administrator(server, access, tokens));
        operator = as(Role.OPERATOR, null);
        ofPlace = as(Role.OPERATOR, PLACE);
        administrator.asset("device:mon-rights", PLACE);
        administrator.asset("device:mon-strange", ELSEWHERE);
    }

    private MonitorCalls as(Role role, @Nullable String environment) {
        return new MonitorCalls(ApiClient.in(environment, role, server, access, tokens));
    }

    private static String plugin(String name, String asset, String command, String where) {
        return """
        {"name":"%s","asset":"%s","kind":"PLUGIN","command":["%s"],"where":"%s","interval":"1h"}
        """
                .formatted(name, asset, command, where);
    }

    private static String page(String name, String settings) {
        return """
        {"name":"%s","asset":"device:mon-rights","kind":"HTTP","interval":"1h","enabled":false,
         "settings":{"url":"http://192.0.2.1/"%s}}
        """
                .formatted(name, settings);
    }

    private static String template(String url, String settings) {
        return "{\"kind\":\"HTTP\",\"interval\":\"1h\",\"settings\":{\"url\":\"%s\"%s}}"
                .formatted(url, settings);
    }

    private static String from(String template, String name, String settings) {
        return """
        {"name":"%s","asset":"device:mon-rights","template":"%s","enabled":false,"settings":{%s}}
        """
                .formatted(name, template, settings);
    }

    @Test
    void takesAnOperatorOfTheEnvironmentToRunPlugins() {
        MonitorCalls viewer = as(Role.VIEWER, PLACE);
        for (String where : List.of("HOST", "SERVER")) {
            String here = plugin("r-" + where, "device:mon-rights", "check_dummy", where);
            String there = plugin("r-" + where, "device:mon-strange", "check_dummy", where);

            assertThat(viewer.status("POST", "monitors", here)).as(where).isEqualTo(403);
            assertThat(ofPlace.status("POST", "monitors", there)).as(where).isEqualTo(403);
            assertThat(ofPlace.status("POST", "monitors", here)).as(where).isBetween(200, 201);
        }
        assertThat(
                        ofPlace.status(
                                "POST",
                                "monitor-definitions",
                                """
                                {"name":"r-all","q":"env:mon-r","kind":"PLUGIN",
                                 "command":["uptime"],"where":"HOST"}
                                """))
                .isEqualTo(403);
    }

    @Test
    void refusesPluginsOnTheServerThatRunWhatTheyAreTold() {
        assertThat(
                        operator.codes(
                                "POST",
                                "monitors",
                                plugin("r-negate", "device:mon-rights", "negate", "SERVER")))
                .containsExactly("monitor.plugin-refused");
        assertThat(
                        operator.codes(
                                "POST",
                                "monitors",
                                plugin("r-shell", "device:mon-rights", "/bin/sh", "SERVER")))
                .containsExactly("monitor.command-wrong");
    }

    @Test
    void takesAnAdministratorToSayWhereASecretGoes() {
        assertThat(operator.status("POST", "monitors", page("r-secret", "," + SECRET)))
                .isEqualTo(403);
        long id = administrator.add(page("r-secret", "," + SECRET));

        assertThat(operator.status("PUT", "monitors/" + id, page("r-secret", ""))).isEqualTo(403);
        assertThat(operator.status("DELETE", "monitors/" + id, "")).isEqualTo(403);
        assertThat(administrator.status("DELETE", "monitors/" + id, "")).isEqualTo(204);
    }

    @Test
    void takesAnAdministratorToSendASecretByATemplate() {
        String one = "monitor-templates/r-by-template";
        operator.done("PUT", one, template("http://192.0.2.1/", ""));
        long id = operator.add(from("r-by-template", "r-by", ""));

        assertThat(operator.status("PUT", one, template("http://192.0.2.9/", "," + SECRET)))
                .isEqualTo(403);
        assertThat(administrator.get("monitors/" + id).get("settings").toString())
                .contains("192.0.2.1")
                .doesNotContain("SMTP");
        operator.done("PUT", one, template("http://192.0.2.2/", ""));
        administrator.done("PUT", one, template("http://192.0.2.3/", "," + SECRET));
        assertThat(operator.status("PUT", one, template("http://192.0.2.4/", "")))
                .as("nor is it taken away, which nobody else could say again")
                .isEqualTo(403);
    }

    @Test
    void takesAnAdministratorToMoveWhereASecretGoes() {
        String one = "monitor-templates/r-of-secret";
        operator.done("PUT", one, template("http://192.0.2.1/", ""));
        assertThat(operator.status("POST", "monitors", from("r-of-secret", "r-of", SECRET)))
                .isEqualTo(403);
        administrator.add(from("r-of-secret", "r-of", SECRET));

        assertThat(operator.status("PUT", one, template("http://192.0.2.9/", ""))).isEqualTo(403);
        administrator.done("PUT", one, template("http://192.0.2.2/", ""));
    }

    @Test
    void takesAnOperatorOfAllForTemplates() {
        String body = template("http://192.0.2.1/", "");

        assertThat(ofPlace.status("PUT", "monitor-templates/r-own", body)).isEqualTo(403);
        operator.done("PUT", "monitor-templates/r-own", body);
        assertThat(ofPlace.status("PUT", "monitor-templates/r-own", body)).isEqualTo(403);
        assertThat(ofPlace.status("DELETE", "monitor-templates/r-own", "")).isEqualTo(403);
        assertThat(ofPlace.texts("monitor-templates", "name")).contains("r-own");
        assertThat(ofPlace.status("POST", "monitors", from("r-own", "r-mine", "")))
                .isBetween(200, 201);
        assertThat(operator.codes("PUT", "monitor-templates/no%20name", body))
                .containsExactly("monitor.name-wrong");
    }
}
