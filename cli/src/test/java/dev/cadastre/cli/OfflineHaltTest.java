package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.cli.session.Keyboard;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs without a server that ask before they go on, or are halted. */
@Timeout(120)
class OfflineHaltTest extends OfflineRuns {

    @Test
    void eachStepIsAskedAboutIfWanted() throws Exception {
        steps(
                """
                [step one]
                op = command.run
                command = touch %1$s/one
                creates = %1$s/one

                [step two]
                op = command.run
                command = touch %1$s/two
                creates = %1$s/two

                """
                        .formatted(target));

        Terminal.Outcome first =
                terminal().withPerson().input("y\ny\nn\n").run(words("start", "--step"));
        assertThat(first.err()).contains("Next: one on 127.0.0.1", "Next: two on 127.0.0.1");
        assertThat(first.status()).isEqualTo(1);
        assertThat(target.resolve("one")).exists();
        assertThat(target.resolve("two")).doesNotExist();

        assertThat(run("run", "resume", "latest").status()).isZero();
        assertThat(target.resolve("two")).exists();
    }

    @Test
    void noteIsAnsweredAtTheTerminalOrLater() throws Exception {
        steps("[step tell]\nop = note\ntext = Tell support\n\n");

        Terminal.Outcome asked = run(words("start", "--yes"));
        assertThat(asked.status()).isEqualTo(1);
        assertThat(asked.err()).contains("Tell support").contains("cadastre run confirm");
        Terminal.Outcome confirmed = run("run", "confirm", "latest", "tell");
        assertThat(confirmed.status()).as(confirmed.err()).isZero();

        Terminal.Outcome answered = terminal().withPerson().input("y\ny\n").run(words("start"));
        assertThat(answered.status()).as(answered.err()).isZero();
    }

    @Test
    void anotherProcessHaltsTheRun() throws Exception {
        slow();
        CompletableFuture<Terminal.Outcome> going =
                CompletableFuture.supplyAsync(() -> run(words("start", "--yes")));
        awaitBegun(going);

        Terminal.Outcome asked = run("run", "halt", "latest");
        assertThat(asked.err()).contains("was asked to");
        await(going, () -> run("run", "show", "latest").out().contains("halted"));
        Files.writeString(target.resolve("go"), "");

        assertThat(going.get().status()).isEqualTo(1);
        assertThat(target.resolve("one")).exists();
        assertThat(target.resolve("two")).doesNotExist();
        assertThat(run("run", "resume", "latest").status()).isZero();
        assertThat(target.resolve("two")).exists();
    }

    @Test
    void anotherProcessHaltsARunThatAsksSomething() throws Exception {
        steps(
                """
                [step tell]
                op = note
                text = Tell support

                [step two]
                op = command.run
                command = touch %1$s/two
                creates = %1$s/two

                """
                        .formatted(target));
        InputStream typed =
                new ByteArrayInputStream("y\n".getBytes(StandardCharsets.UTF_8)) {
                    private boolean isHalted;

                    @Override
                    public synchronized int read() {
                        halted();
                        return super.read();
                    }

                    @Override
                    public synchronized int read(byte[] into, int from, int most) {
                        halted();
                        return super.read(into, from, most);
                    }

                    private void halted() {
                        if (!isHalted) {
                            isHalted = true;
                            assertThat(run("run", "halt", "latest").err()).contains("was asked to");
                            while (!run("run", "show", "latest").out().contains("halted")) {
                                Thread.onSpinWait();
                            }
                        }
                    }
                };

        Terminal.Outcome started =
                terminal().withPerson().input(typed).run(words("start", "--yes"));

        assertThat(started.status()).as(started.err()).isEqualTo(1);
        assertThat(started.err()).contains("Tell support");
        assertThat(target.resolve("two")).doesNotExist();
    }

    @Test
    void secondCtrlCStopsWhatRuns() throws Exception {
        slow();
        CompletableFuture<Runnable> interrupt = new CompletableFuture<>();
        Keyboard keyboard =
                new Keyboard() {
                    @Override
                    public String secret(String prompt) {
                        throw new AssertionError(prompt);
                    }

                    @Override
                    public Listening onInterrupt(Runnable action) {
                        interrupt.complete(action);
                        return () -> {};
                    }
                };
        CompletableFuture<Terminal.Outcome> going =
                CompletableFuture.supplyAsync(
                        () -> terminal().keyboard(keyboard).run(words("start", "--yes")));
        awaitBegun(going);

        interrupt.get().run();
        interrupt.get().run();

        Terminal.Outcome stopped = going.get();
        assertThat(stopped.status()).isEqualTo(1);
        assertThat(stopped.err()).contains("Halting", "Stopping");
        assertThat(stopped.out()).contains("stopped");
        assertThat(target.resolve("one")).doesNotExist();
    }

    /** The first step waits until somebody lets it go on. */
    private void slow() throws IOException {
        steps(
                """
                [step one]
                op = command.run
                command = touch %1$s/begun; until [ -e %1$s/go ]; do sleep 0.05; done; touch %1$s/one
                creates = %1$s/one

                [step two]
                op = command.run
                command = touch %1$s/two
                creates = %1$s/two

                """
                        .formatted(target));
    }

    private void awaitBegun(CompletableFuture<?> going) {
        await(going, () -> Files.exists(target.resolve("begun")));
    }

    private static void await(CompletableFuture<?> going, BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            assertThat(going).isNotCompleted();
            Thread.onSpinWait();
        }
    }
}
