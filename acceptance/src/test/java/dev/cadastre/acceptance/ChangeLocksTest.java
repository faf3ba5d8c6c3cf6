package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Two people begin a change of the same hosts at the same time, three times, or a hundred with
 * {@code -Dcadastre.soak=true}: one does it, and the other learns who.
 */
class ChangeLocksTest {

    private static final int TRIES = Boolean.getBoolean("cadastre.soak") ? 100 : 3;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir private Path folder;

    private HeldChange change;

    @BeforeEach
    void start() {
        change = HeldChange.start(folder, "");
    }

    @AfterEach
    void end() {
        change.close();
    }

    @Test
    void oneOfTwoIsBlockedAndToldByWhom() {
        ApplicationHosts hosts = change.hosts();
        try (RunningServer server = change.server()) {
            ChangeRuns anna = ChangeRuns.offline(hosts, folder.resolve("anna"));
            ChangeRuns bert = ChangeRuns.by(server, hosts);
            ChangeRuns carl = ChangeRuns.offline(hosts, folder.resolve("carl"));
            for (int i = 0; i < TRIES; i++) {
                meet(anna, i % 2 == 0 ? bert : carl);
            }
        }
    }

    private void meet(ChangeRuns one, ChangeRuns other) {
        change.hold();
        List<ChangeRuns.Going> both =
                List.of(
                        one.with("--why", "first of all").begin(change.file()),
                        other.with("--why", "later on").begin(change.file()));
        Waiting.until(
                LIMIT,
                () -> both.stream().anyMatch(run -> !run.process().isAlive()),
                () -> "neither is blocked: " + both.stream().map(ChangeRuns.Going::said).toList());
        change.letGo();
        boolean isFirst = both.getFirst().process().isAlive();
        ChangeRuns.Going holding = isFirst ? both.getFirst() : both.getLast();
        ChangeRuns.Ended blocked = (isFirst ? both.getLast() : both.getFirst()).ended(1);

        assertThat(blocked.status()).isEqualTo("BLOCKED");
        assertThat(blocked.detail().at("/run/reason").asString() + blocked.ran().err())
                .contains(isFirst ? "first of all" : "later on");
        JsonNode places = blocked.detail().get("places");
        assertThat(places.valueStream().filter(place -> place.get("locked").asBoolean())).isEmpty();
        assertThat(holding.ended(0).status()).isEqualTo("OK");
        change.hosts()
                .web()
                .forEach(host ->
                        assertThat(host.run("ls -A ~ops/.cadastre/bundles 2>/dev/null || :"))
                                .isEmpty());
    }
}
