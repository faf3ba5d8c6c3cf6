package dev.cadastre.change.run;

import static dev.cadastre.change.Job.job;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.At;
import dev.cadastre.change.Change;
import dev.cadastre.change.plan.Place;
import dev.cadastre.change.text.Masking;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is shown and kept of what hosts print. */
class OutputTest {

    private static final Step PUT = new Step(Step.Kind.JOB, "put", Place.host("a"));
    private static final Change CHANGE =
            Change.of("shop", job(At.REMOTE, Wish.put("motd", "hello")));

    private static String kept(RunView view) {
        Cell cell = Objects.requireNonNull(view.cell("put", Place.host("a")));
        return Objects.requireNonNull(cell.ending()).output();
    }

    @Test
    void isShownAsItComesAndKept() throws IOException, InterruptedException {
        World world = new World("a");
        world.host("a").noise = "Setting up nginx\nDone\n";

        RunView view = world.run(world.order(CHANGE));

        assertThat(world.printed.get(PUT)).hasToString("Setting up nginx\nDone\n");
        assertThat(kept(view)).isEqualTo("Setting up nginx\nDone\n");
    }

    @Test
    void isBoundedWhenItFloods() throws IOException, InterruptedException {
        World world = new World("a");
        world.host("a").noise = "0123456789abcdef".repeat(200_000);

        RunView view = world.run(world.order(CHANGE));

        assertThat(world.printed.get(PUT))
                .hasSizeBetween(OutputRelay.MOST_SHOWN, OutputRelay.MOST_SHOWN + 100)
                .endsWith("\n… 2151424 characters are not shown\n");
        assertThat(kept(view))
                .hasSizeBetween(16 << 10, (16 << 10) + 100)
                .startsWith("0123456789abcdef")
                .endsWith("0123456789abcdef")
                .contains("\n… 3183616 characters are not kept\n");
    }

    @Test
    void hasNoSecretsInIt() throws IOException, InterruptedException {
        World world = new World("a");
        world.answers.put("sudo", List.of("tr0ub4dor&3"));
        world.secrets.get("sudo");
        world.host("a").values.put("motd", "was tr0ub4dor&3");
        world.host("a").noise = "login with tr0ub4dor&3 or tr0ub4dor%263\n";

        RunView view = world.run(world.order(CHANGE));

        assertThat(world.printed.get(PUT))
                .hasToString("login with %1$s or %1$s\n".formatted(Masking.MASK));
        assertThat(world.journal.entries().toString())
                .doesNotContain("tr0ub4dor")
                .contains(Masking.MASK);
        // What was there before cannot be put back if a part of it is masked; undoing is to know.
        Cell cell = Objects.requireNonNull(view.cell("put", Place.host("a")));
        assertThat(cell.before()).containsExactly(Map.entry("was.size", "15"));
        assertThat(cell.reason()).isEqualTo("motd was was " + Masking.MASK);
    }

    @Test
    void isKeptWholeUpToItsBound() {
        for (int length : List.of(0, 1, 4096, 4097, 16383, 16384, 16385)) {
            OutputRelay relay = new OutputRelay(() -> Masking.NONE, text -> {});
            String text = "abcdefghijklm".repeat(2000).substring(0, length);
            for (int at = 0; at < length; at += 1000) {
                relay.accept(text.substring(at, Math.min(length, at + 1000)));
            }

            String kept = relay.end();

            if (length <= OutputRelay.FIRST_KEPT + OutputRelay.LAST_KEPT) {
                assertThat(kept).isEqualTo(text);
            } else {
                assertThat(kept).contains("\n… 1 characters are not kept\n");
            }
        }
    }
}
