package dev.cadastre.change.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real shells on this machine. */
final class KeptShellTest {

    private static final String ALL_SHELLS = "dev.cadastre.change.host.Shells#all";
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @TempDir Path folder;
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    /** This machine, which remembers what it was asked for. */
    private final Shell machine =
            call -> {
                lines.add(call.line());
                return new LocalShell().execute(call);
            };

    private KeptShell kept(String shell) throws IOException {
        return kept(machine, shell);
    }

    private KeptShell kept(Shell by, String shell) throws IOException {
        return new KeptShell(by, new HostPrograms(Shells.in(folder, shell)));
    }

    /** Sends something, and collects what comes. */
    private static class Talk implements Shell.Dialogue {
        private final byte[] sent;
        private final ByteArrayOutputStream output = new ByteArrayOutputStream();
        private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
        private final CompletableFuture<Shell.Input> input = new CompletableFuture<>();

        Talk(byte[] sent) {
            this.sent = sent;
        }

        Talk() {
            this(new byte[0]);
        }

        @Override
        public void begun(Shell.Input begun) {
            input.complete(begun);
            begun.write(sent);
            begun.end();
        }

        @Override
        public synchronized void output(byte[] bytes, int offset, int length) {
            output.write(bytes, offset, length);
        }

        @Override
        public synchronized void errors(byte[] bytes, int offset, int length) {
            errors.write(bytes, offset, length);
        }

        Shell.Ended by(Shell shell, String line) {
            return shell.execute(new Shell.Call(line, false, LIMIT, sent.length, this));
        }

        synchronized String told() {
            return output.toString(UTF_8) + "|" + errors.toString(UTF_8);
        }
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @MethodSource(ALL_SHELLS)
    void runsOneAfterTheOtherByOneLogin(String shell) throws IOException {
        byte[] sent = noise(300_000);
        sent[sent.length - 1] = 'x';
        Talk first = new Talk();
        Talk second = new Talk(sent);
        Talk third = new Talk();

        try (KeptShell kept = kept(shell)) {
            assertThat(first.by(kept, "echo one; printf '%s\\n' '\"bad\"\\n' >&2; exit 7"))
                    .isEqualTo(new Shell.Exited(7));
            assertThat(second.by(kept, "exec cat")).isEqualTo(new Shell.Exited(0));
            assertThat(third.by(kept, "echo three; cat")).isEqualTo(new Shell.Exited(0));
        }

        assertThat(first.told()).isEqualTo("one\n|\"bad\"\\n\n");
        // A line that has no end gets one.
        assertThat(second.output.toByteArray()).startsWith(sent).hasSize(sent.length + 1);
        assertThat(third.told()).isEqualTo("three\n|");
        assertThat(lines).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource(ALL_SHELLS)
    void takesNoInputThatNobodyReadForACommand(String shell) throws IOException {
        Talk deaf = new Talk(("\necho no\n".repeat(50_000) + "\nhalf a line").getBytes(UTF_8));
        Talk next = new Talk();

        try (KeptShell kept = kept(shell)) {
            assertThat(deaf.by(kept, "exit 3")).isEqualTo(new Shell.Exited(3));
            assertThat(next.by(kept, "echo next")).isEqualTo(new Shell.Exited(0));
        }

        assertThat(deaf.told()).isEqualTo("|");
        assertThat(next.told()).isEqualTo("next\n|");
        assertThat(lines).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource(ALL_SHELLS)
    void leavesNothingOfACommandBehind(String shell) throws IOException {
        Talk next = new Talk();

        try (KeptShell kept = kept(shell)) {
            new Talk().by(kept, "cd /; umask 000; trap '' TERM; exec 3>&- 1>&-; left=here; set -u");
            next.by(kept, "pwd; umask; echo \"$left\"");
        }

        assertThat(next.told()).startsWith(Path.of("").toAbsolutePath() + "\n").endsWith("\n\n|");
        assertThat(next.told()).doesNotContain("0000");
    }

    @ParameterizedTest
    @MethodSource(ALL_SHELLS)
    void takesNothingThatIsPrintedForAnEnd(String shell) throws IOException {
        String hostile =
                "printf '\\n@0123456789abcdef left 0\\n\\n@' | tee /dev/stderr;"
                        + " head -c 300000 /dev/urandom; exit 5";
        Talk talk = new Talk();

        try (KeptShell kept = kept(shell)) {
            assertThat(talk.by(kept, hostile)).isEqualTo(new Shell.Exited(5));
            assertThat(new Talk().by(kept, "exit 0")).isEqualTo(new Shell.Exited(0));
        }

        assertThat(talk.errors.toString(UTF_8)).isEqualTo("\n@0123456789abcdef left 0\n\n@\n");
        assertThat(lines).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource(ALL_SHELLS)
    void saysThatItWasLostAndBeginsAnew(String shell) throws IOException {
        Talk talk = new Talk();

        try (KeptShell kept = kept(shell)) {
            assertThat(talk.by(kept, "echo here; kill -s KILL $$"))
                    .isEqualTo(new Shell.Lost("what ran commands there ended with status 137"));
            assertThat(new Talk().by(kept, "exit 4")).isEqualTo(new Shell.Exited(4));
        }

        assertThat(talk.told()).isEqualTo("here\n|");
        assertThat(lines).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource(ALL_SHELLS)
    void tellsNothingOfItsOwnWhenACommandIsKilled(String shell) throws IOException {
        Talk talk = new Talk();

        try (KeptShell kept = kept(shell)) {
            assertThat(talk.by(kept, "exec sh -c 'kill -s KILL $$'"))
                    .isEqualTo(new Shell.Exited(137));
        }

        assertThat(talk.told()).isEqualTo("|");
    }

    @ParameterizedTest
    @MethodSource(ALL_SHELLS)
    void waitsForNobodyWhoIsLetGo(String shell) throws IOException {
        Talk talk =
                new Talk() {
                    @Override
                    public synchronized void output(byte[] bytes, int offset, int length) {
                        super.output(bytes, offset, length);
                        super.input.join().letGo();
                    }
                };

        try (KeptShell kept = kept(shell)) {
            assertThat(talk.by(kept, "echo enough; exec sleep 20"))
                    .isEqualTo(new Shell.LetGo(false));
            assertThat(new Talk().by(kept, "exit 4")).isEqualTo(new Shell.Exited(4));
        }

        assertThat(lines).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource(ALL_SHELLS)
    void endsOnTheMachineWhenItIsClosed(String shell) throws IOException {
        CompletableFuture<Shell.Ended> ended = new CompletableFuture<>();
        Shell watched =
                call -> {
                    Shell.Ended end = machine.execute(call);
                    ended.complete(end);
                    return end;
                };

        try (KeptShell kept = kept(watched, shell)) {
            new Talk().by(kept, "exit 4");
            assertThat(ended).isNotDone();
        }

        assertThat(ended.join()).isEqualTo(new Shell.Exited(0));
    }

    @Test
    void goesByAShellOfItsOwnWhereItIsTalkedWithOrReadsMuchOrAnotherIsAtWork() throws IOException {
        Talk inner = new Talk();
        try (KeptShell kept = kept("dash")) {
            Talk outer =
                    new Talk() {
                        @Override
                        public synchronized void output(byte[] bytes, int offset, int length) {
                            inner.by(kept, "echo inner");
                        }
                    };
            outer.by(kept, "echo outer");
            Talk talked = new Talk("said".getBytes(UTF_8));
            kept.execute(new Shell.Call("cat", false, LIMIT, talked));
            Talk much = new Talk(noise((1 << 20) + 1));
            much.by(kept, "wc -c");

            assertThat(inner.told()).isEqualTo("inner\n|");
            assertThat(talked.told()).isEqualTo("said|");
            assertThat(much.told()).isEqualTo("1048577\n|");
        }
        assertThat(lines).hasSize(4).endsWith("echo inner", "cat", "wc -c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit 9", "exec cat >/dev/null"})
    void goesByAShellOfItsOwnWhereTheLoopCannotRun(String instead) throws IOException {
        Talk first = new Talk("said".getBytes(UTF_8));
        Shell other =
                call -> {
                    String line = call.line().startsWith("exec ") ? instead : call.line();
                    return machine.execute(
                            new Shell.Call(line, false, call.limit(), call.dialogue()));
                };
        HostPrograms programs = new HostPrograms(Shells.in(folder, "dash"));

        try (KeptShell kept = new KeptShell(other, programs, Duration.ofSeconds(2))) {
            assertThat(first.by(kept, "head -c 4; exit 3")).isEqualTo(new Shell.Exited(3));
            assertThat(new Talk().by(kept, "exit 4")).isEqualTo(new Shell.Exited(4));
        }

        assertThat(first.told()).isEqualTo("said|");
        assertThat(lines).containsExactly(instead, "head -c 4; exit 3", "exit 4");
    }

    @Test
    void passesOverWhatALoginPrints() throws IOException {
        Talk talk = new Talk("said".getBytes(UTF_8));
        Shell noisy =
                call ->
                        machine.execute(
                                new Shell.Call(
                                        "echo Welcome; printf '@ready' >&2; " + call.line(),
                                        false,
                                        call.limit(),
                                        call.dialogue()));

        try (KeptShell kept = kept(noisy, "dash")) {
            assertThat(talk.by(kept, "cat")).isEqualTo(new Shell.Exited(0));
        }

        assertThat(talk.output.toString(UTF_8)).isEqualTo("said\n");
    }

    @Test
    void saysWhyThereIsNoWay() throws IOException {
        try (KeptShell kept = kept(Shell.outOfReach("nobody knows the way"), "dash")) {
            assertThat(new Talk().by(kept, "exit 0"))
                    .isEqualTo(new Shell.Lost("nobody knows the way"));
        }
    }
}
