package dev.cadastre.server.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class OpenApiTest {

    private static final Path CHECKED_IN = Path.of("../docs/openapi.json");
    private static final String REGENERATE =
            "./mvnw -pl server -am test -Dtest=OpenApiTest -Dcadastre.openapi.write=true"
                    + " -Dsurefire.failIfNoSpecifiedTests=false";

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;

    private JsonNode description = JsonMapper.shared().createObjectNode();

    @BeforeEach
    void read() {
        description = ApiClient.administrator(server, access, tokens).get("/api/v1/openapi.json");
    }

    @Test
    void isTheOneThatIsCheckedIn() throws IOException {
        String now = pretty(description);
        if (Boolean.getBoolean("cadastre.openapi.write")) {
            Files.writeString(CHECKED_IN, now);
        }

        assertThat(now)
                .as("docs/openapi.json is behind the code; write it anew with: " + REGENERATE)
                .isEqualTo(Files.readString(CHECKED_IN));
    }

    @Test
    void requiresWhatRecordsDoNotLetBeNull() {
        JsonNode host = description.at("/components/schemas/HostSummary");

        assertThat(host.get("required").valueStream().map(JsonNode::asString))
                .contains("id", "name", "outcome", "stale")
                .doesNotContain("os", "kernel", "address", "observedAt");
        assertThat(description.at("/components/schemas/PackageHost/required").toString())
                .contains("\"package\"");
    }

    @Test
    void describesEveryParameterByItself() {
        JsonNode parameters = description.at("/paths/~1api~1v1~1diff/get/parameters");

        assertThat(parameters.valueStream().map(each -> each.get("name").asString()))
                .containsExactlyInAnyOrder("a", "b", "atA", "atB");
        assertThat(
                        parameters
                                .valueStream()
                                .filter(each -> each.path("required").asBoolean(false))
                                .map(each -> each.get("name").asString()))
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void describesWhatAnAlertmanagerIsTold() {
        JsonNode operation = description.at("/paths/~1api~1v2~1alerts/post");

        assertThat(operation.at("/tags/0").asString()).isEqualTo("alerts");
        assertThat(operation.at("/requestBody/content/application~1json/schema").toString())
                .contains("\"type\":\"array\"", "#/components/schemas/AlertRequest");
        assertThat(operation.get("security").toString())
                .isEqualTo("[{\"token\":[]},{\"password\":[]}]");
        assertThat(description.at("/paths/~1healthz/get/security")).isEmpty();
        assertThat(description.at("/paths/~1api~1v1~1hosts/get").has("security")).isFalse();
    }

    @Test
    void saysOfEveryAddressHowItRefuses() {
        assertThat(description.get("openapi").asString()).startsWith("3.1");
        assertThat(description.get("paths").valueStream().flatMap(JsonNode::valueStream))
                .isNotEmpty()
                .allSatisfy(operation ->
                        assertThat(operation.at("/responses/default").toString())
                                .contains("application/problem+json"));
    }

    private static String pretty(JsonNode description) {
        var indenter = new DefaultIndenter("  ", "\n");
        var printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        return JsonMapper.builder()
                        .defaultPrettyPrinter(printer)
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(description)
                + "\n";
    }
}
