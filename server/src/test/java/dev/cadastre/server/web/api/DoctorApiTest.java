package dev.cadastre.server.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.storage.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@ServerTest
class DoctorApiTest {

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;
    @Autowired private Home home;

    private String get(ApiClient client, String path) {
        return client.send(client.request(path)).body();
    }

    private ApiClient administrator() {
        return ApiClient.administrator(server, access, tokens);
    }

    private void openHome(String permissions) throws IOException {
        Files.setPosixFilePermissions(home.path(), PosixFilePermissions.fromString(permissions));
    }

    @AfterEach
    void close() throws IOException {
        openHome("rwx------");
    }

    @Test
    void tellsWhatIsWrongAndWhatToDo() throws IOException {
        assertThat(get(administrator(), "/api/v1/doctor"))
                .doesNotContain("home.permissions", "examination.failed", "database.schema-other");
        openHome("rwxr-xr-x");

        assertThat(get(administrator(), "/api/v1/doctor"))
                .contains(
                        "\"code\":\"home.permissions\"",
                        "\"severity\":\"ERROR\"",
                        "rwxr-xr-x",
                        "chmod 600",
                        "\"name\":\"timeline.event\"",
                        "\"name\":\"postgres\"",
                        "\"disk\":{",
                        "\"upkeep\":{",
                        "{\"what\":\"audit list\",\"days\":731}",
                        "\"table\":\"access.audit\"");
    }

    @Test
    void showsTheSameOnAPageAndAsMetrics() throws IOException {
        openHome("rwxr-xr-x");

        assertThat(get(administrator(), "/administration/installation"))
                .contains(
                        "href=\"/manual/doctor#home.permissions\"",
                        "chmod 600",
                        "timeline.event",
                        "731 days",
                        "audit list</td>",
                        "Next made from",
                        "href=\"/api/v1/doctor\"");
        assertThat(get(administrator(), "/metrics"))
                .contains(
                        "cadastre_finding{code=\"home.permissions\",severity=\"ERROR\"} 1.0",
                        "cadastre_disk_free_bytes");
    }

    @Test
    void isForAdministrators() {
        ApiClient operator = ApiClient.in(null, Role.OPERATOR, server, access, tokens);

        assertThat(operator.send(operator.request("/api/v1/doctor")).statusCode()).isEqualTo(403);
        assertThat(operator.send(operator.request("/administration/installation")).statusCode())
                .isEqualTo(403);
    }
}
