package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Plans that are made without a server. */
@Timeout(120)
class OfflinePlanTest extends OfflineRuns {

    @Test
    void planShowsWhatWouldChangeAndChangesNothing() throws IOException {
        configuration();

        Terminal.Outcome planned = run(words("plan"));

        assertThat(planned.err()).isEmpty();
        assertThat(planned.out())
                .contains("shop: The shop, on 1 host, all at once")
                .contains("configuration: would change")
                .contains("+port = 8080");
        assertThat(planned.status()).isZero();
        assertThat(target.resolve("shop.conf")).doesNotExist();
        assertThat(home.resolve(".local")).doesNotExist();
    }

    @Test
    void planCanShowTheChangeItself() throws IOException {
        configuration();

        assertThat(run(words("plan", "--show")).out()).contains("[step configuration]");
    }

    @Test
    void planTellsProgramsWhatItFound() throws Exception {
        configuration();

        assertThat(run(words("plan", "-o", "csv")).out())
                .contains("configuration,127.0.0.1,changes");
        Json plan = JsonReader.read(run(words("plan", "-o", "json")).out());
        assertThat(plan.list("places").getFirst().holds("changes")).isTrue();
    }

    @Test
    void allProblemsAreToldAtOnceWithTheirPlaces() throws IOException {
        Files.writeString(
                change,
                """
                [change]
                name = shop
                [step one]
                op = files.coppy
                [step two]
                op = files.copy
                source = x
                """);

        Terminal.Outcome planned = run(words("plan"));

        assertThat(planned.status()).isEqualTo(2);
        assertThat(planned.err())
                .contains("shop.change:4:")
                .contains("change.op-unknown")
                .contains("change.parameter-missing");
    }

    @Test
    void strangersAreNotTrusted() throws Exception {
        configuration();
        Files.delete(home.resolve(".ssh/known_hosts"));

        Terminal.Outcome planned = run(words("plan"));

        assertThat(planned.status()).isEqualTo(1);
        assertThat(planned.out()).contains("not seen").contains("known_hosts");
    }
}
