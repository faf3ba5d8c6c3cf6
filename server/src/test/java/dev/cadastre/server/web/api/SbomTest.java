package dev.cadastre.server.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.Sbom;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Tokens;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.cyclonedx.exception.ParseException;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

@ServerTest
class SbomTest {

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;

    @Test
    void isValidCycloneDx() throws IOException, ParseException {
        ApiClient admin = ApiClient.administrator(server, access, tokens);
        JsonNode added =
                admin.post(
                        "/api/v1/hosts",
                        "{\"address\":\"sbom1\",\"environment\":\"sbom\",\"push\":true}");
        ApiClient.of(server, added.get("token").asString())
                .answer(
                        "/api/v1/reports",
                        "text/plain",
                        new ReportText("sbom1")
                                .has("g++", "4:12.2.0-3")
                                .has("libc6", "2.36-9+deb12u4")
                                .toString());

        HttpResponse<String> answer = admin.send(admin.request("/api/v1/hosts/sbom1/sbom"));

        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith(Sbom.MEDIA_TYPE));
        byte[] document = answer.body().getBytes(UTF_8);
        assertThat(CycloneDxSchema.problems(answer.body())).as(answer.body()).isEmpty();
        assertThat(new JsonParser().parse(document).getComponents())
                .extracting(component -> component.getType() + " " + component.getPurl())
                .containsExactly(
                        "OPERATING_SYSTEM null",
                        "LIBRARY pkg:deb/debian/g%2B%2B@4%3A12.2.0-3?arch=amd64",
                        "LIBRARY pkg:deb/debian/libc6@2.36-9%2Bdeb12u4?arch=amd64");
        assertThat(admin.get("/api/v1/hosts/sbom2/sbom").get("code").asString())
                .isEqualTo("host.unknown");
    }
}
