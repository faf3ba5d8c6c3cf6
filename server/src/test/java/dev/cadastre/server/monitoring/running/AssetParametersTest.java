package dev.cadastre.server.monitoring.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.inventory.Acceptance;
import dev.cadastre.server.inventory.Reports;
import dev.cadastre.server.inventory.TestReport;
import dev.cadastre.server.monitoring.keeping.MonitorRow;
import dev.cadastre.server.search.StandingQueries;
import dev.cadastre.server.web.api.monitor.ChangingEstate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What checks are told of the estate and of facts, on a server with an estate of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssetParametersTest {

    private ChangingEstate estate;

    @BeforeAll
    void start(@TempDir Path folder) {
        estate = new ChangingEstate(folder);
    }

    @AfterAll
    void stop() {
        estate.close();
    }

    /** Two hosts, one of which listens on another port than is usual in the environment. */
    private void state(int usual, int other, String monitors) {
        estate.save(
                """
                [environment param]
                shop.port = %d

                [group odd]
                shop.port = %d

                [host param1]
                environment = param
                address = 127.0.0.1

                [host param2]
                environment = param
                groups = odd
                address = 127.0.0.2

                """
                                .formatted(usual, other)
                        + monitors);
    }

    private int ordinal(String host) {
        return estate.part(StandingQueries.class).hosts("host:" + host).orElseThrow().first();
    }

    private Optional<String> value(String asset, String host, String name) {
        int ordinal = host.isEmpty() ? 0 : ordinal(host);
        return estate.part(AssetParameters.class)
                .of(new MonitorRow(1, 1, "any", asset, ordinal, "param", Instant.EPOCH))
                .value(name);
    }

    private Optional<String> value(String host, String name) {
        return value("service:80-tcp@" + host, host, name);
    }

    private void report(String host, int port) {
        TestReport report =
                new TestReport().machine(host).fact("shop.port", Integer.toString(port));
        assertThat(
                        estate.part(Reports.class)
                                .accept(TestReport.declared(host, "param"), report.build()))
                .isInstanceOf(Acceptance.Accepted.class);
    }

    private JsonNode check(String name, String asset) {
        JsonNode found = estate.calls().get("monitors?name=" + name + "&asset=" + asset);
        long id = found.at("/items/0/id").asLong();
        return estate.calls().done("POST", "monitors/" + id + "/check", "");
    }

    @Test
    void areWhatTheEstateSaysOfTheHostAsItIsNow() {
        state(80, 8080, "");

        assertThat(value("param1", "asset")).contains("service:80-tcp@param1");
        assertThat(value("param1", "host")).contains("param1");
        assertThat(value("param1", "environment")).contains("param");
        assertThat(value("param2", "address")).contains("127.0.0.2");
        assertThat(value("param1", "shop.port")).contains("80");
        assertThat(value("param2", "Shop.Port")).contains("8080");
        assertThat(value("param1", "no.such.key")).isEmpty();
        assertThat(value("device:fan", "", "host")).isEmpty();
        assertThat(value("device:fan", "", "shop.port")).isEmpty();

        state(81, 8080, "");

        assertThat(value("param1", "shop.port")).contains("81");
    }

    @Test
    void areFactsOfTheHostAsItIsNow() {
        state(80, 8080, "");
        report("param1", 1111);

        assertThat(value("param1", "fact:shop.port")).contains("1111");
        assertThat(value("param1", "fact:no.such.fact")).isEmpty();
        assertThat(value("param2", "fact:shop.port")).isEmpty();

        report("param1", 2222);

        assertThat(value("param1", "fact:shop.port")).contains("2222");
    }

    @Test
    void leadAChecksWayAndAreNamedWhereTheyAreMissing() throws IOException {
        try (ServerSocket port = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            report("param1", port.getLocalPort());
            state(
                    port.getLocalPort(),
                    1,
                    """
                    [monitor by-estate]
                    q = env:param
                    kind = tcp
                    port = ${shop.port}
                    interval = 31d

                    [monitor by-fact]
                    q = env:param
                    kind = tcp
                    port = ${fact:shop.port}
                    interval = 31d
                    """);

            assertThat(check("by-estate", "host:param1").get("state").asString()).isEqualTo("OK");
            JsonNode other = check("by-estate", "host:param2");
            assertThat(other.get("state").asString()).isEqualTo("CRITICAL");
            assertThat(other.get("output").asString()).contains("127.0.0.2", "1");
            assertThat(check("by-fact", "host:param1").get("state").asString()).isEqualTo("OK");
            JsonNode missing = check("by-fact", "host:param2");
            assertThat(missing.get("state").asString()).isEqualTo("UNKNOWN");
            assertThat(missing.get("output").asString())
                    .isEqualTo(
                            "host:param2 has no value for ${fact:shop.port}, which the check needs");
        }
    }
}
