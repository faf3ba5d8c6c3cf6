package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.Breach;
import dev.cadastre.api.ListPage;
import dev.cadastre.api.Rule;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesVerbTest {

    private final FakeServer server = new FakeServer();
    @TempDir private Path home;

    @AfterEach
    void stop() {
        server.close();
    }

    private Terminal terminal() {
        return new Terminal(home).variable("CADASTRE_SERVER", server.url());
    }

    private static Rule rule(long hosts) {
        return new Rule(
                "no-gcc",
                "pkg:gcc",
                "platform",
                Rule.Severity.CRITICAL,
                null,
                hosts,
                null,
                null,
                null);
    }

    @Test
    void endsWithOneIfARuleIsBreached() {
        server.on("GET /api/v1/rules", new ListPage<>(List.of(rule(2)), null));

        Terminal.Outcome ran = terminal().run("rules");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).contains("no-gcc", "CRITICAL", "platform", "pkg:gcc");
    }

    @Test
    void endsWithZeroIfAllAreKept() {
        server.on("GET /api/v1/rules", new ListPage<>(List.of(rule(0)), null));

        assertThat(terminal().run("rules").status()).isZero();
    }

    @Test
    void listsWhoBreachesOne() {
        var breach =
                new Breach(
                        "no-gcc",
                        Rule.Severity.CRITICAL,
                        null,
                        null,
                        "web1",
                        "prod",
                        Instant.parse("2026-01-02T03:04:05Z"),
                        null);
        server.on("GET /api/v1/rules/no-gcc", rule(1));
        server.on(
                "GET /api/v1/rules/breaches?rule=no-gcc&limit=1000",
                new ListPage<>(List.of(breach), null));

        Terminal.Outcome ran = terminal().run("rules", "no-gcc");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).contains("web1", "prod");
    }

    @Test
    void aHostTellsInTheReadersZoneSinceWhenItBreaches() {
        var breach =
                new Breach(
                        "no-gcc",
                        Rule.Severity.CRITICAL,
                        null,
                        null,
                        "web1",
                        "prod",
                        Instant.parse("2026-01-02T03:04:05Z"),
                        null);
        server.on("GET /api/v1/hosts/web1", Map.of("name", "web1", "breaches", List.of(breach)));

        assertThat(terminal().run("host", "web1").out())
                .contains("no-gcc (critical, since 2026-01-02 04:04:05+01:00)");
        assertThat(terminal().run("host", "web1", "-o", "csv").out())
                .contains("no-gcc (critical, since 2026-01-02T03:04:05Z)");
    }
}
