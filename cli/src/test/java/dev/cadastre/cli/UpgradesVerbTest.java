package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.Support;
import dev.cadastre.api.UpgradeAnswers;
import dev.cadastre.api.UpgradeAnswers.State;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpgradesVerbTest {

    private static final String POST = "POST /api/v1/upgrades";
    private static final String GET = "GET /api/v1/upgrades/7?limit=1000";

    @TempDir private Path home;

    private final FakeServer server = new FakeServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private Terminal terminal() {
        return new Terminal(home).variable("CADASTRE_SERVER", server.url());
    }

    private static UpgradeAnswers part(
            int done, @Nullable String next, UpgradeAnswers.Item... items) {
        return new UpgradeAnswers("7", 2, done, List.of(items), next);
    }

    private static UpgradeAnswers.Upgrade upgrade(
            String name, String version, boolean module, @Nullable String installed) {
        return new UpgradeAnswers.Upgrade(
                name,
                version,
                "rpm",
                module,
                "appstream",
                installed,
                new Support(
                        Support.Status.SUPPORTED,
                        "nodejs",
                        "Node.js",
                        "20",
                        "supported until 2026-04-30",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "/support/nodejs/20"));
    }

    private static UpgradeAnswers.Item answer(
            String host, State state, UpgradeAnswers.Upgrade... upgrades) {
        return new UpgradeAnswers.Item(
                host, "qa", state, null, List.of(upgrades), "Why " + state + ".", null);
    }

    @Test
    void showsALineForEachVersionThatIsOffered() {
        server.on(POST, part(0, "0"))
                .on(GET, part(0, "0"))
                .on(
                        GET + "&after=0",
                        part(
                                2,
                                null,
                                answer(
                                        "web1",
                                        State.NEWER,
                                        upgrade("nodejs", "1:16.20.2-8", false, "1:16.20.1-1"),
                                        upgrade("nodejs", "20", true, null)),
                                answer("web2", State.NONE)));

        var outcome = terminal().withPerson().run("upgrades", "env:qa", "web");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).contains("0 of 2 hosts have answered");
        assertThat(outcome.out().lines()).hasSize(4);
        assertThat(outcome.out())
                .contains(
                        "1:16.20.1-1",
                        "nodejs (module)",
                        "supported until 2026-04-30",
                        "Why NONE.");
        assertThat(server.body(POST)).isEqualToIgnoringWhitespace("{\"q\": \"env:qa web\"}");
    }

    @Test
    void endsWithOneWhereAHostCouldNotBeAsked() {
        server.on(POST, part(0, "0"))
                .on(
                        GET,
                        part(
                                2,
                                null,
                                answer("web1", State.NONE),
                                answer("web2", State.UNREACHABLE)));

        var outcome = terminal().run("upgrades");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).isEqualTo("1 of 2 could not be asked.\n");
    }
}
