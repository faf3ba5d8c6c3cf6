package dev.cadastre.ssh;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DialogueTest {

    @TempDir static Path folder;

    private static Sshd sshd;
    private static Target target;
    private SshConnections connections;

    @BeforeAll
    static void startSshd() throws IOException {
        Path key = Tool.newKey(folder, "ed25519");
        sshd = Sshd.in(folder).start();
        sshd.authorize(key);
        target = sshd.target(key);
    }

    @AfterAll
    static void stopSshd() {
        sshd.close();
    }

    @BeforeEach
    void connect() {
        connections = new SshConnections(new PinnedHostKeys());
    }

    @AfterEach
    void disconnect() {
        connections.close();
    }

    /** Keeps what it hears, and answers it. */
    private static final class Talk implements Dialogue {
        private final StringBuilder heard = new StringBuilder();
        private final StringBuilder complained = new StringBuilder();
        private final boolean onTerminal;
        private final BiConsumer<CommandInput, String> answer;
        private @Nullable CommandInput input;

        Talk(boolean onTerminal, BiConsumer<CommandInput, String> answer) {
            this.onTerminal = onTerminal;
            this.answer = answer;
        }

        @Override
        public boolean onTerminal() {
            return onTerminal;
        }

        @Override
        public void begun(CommandInput begun) {
            input = begun;
        }

        @Override
        public void output(byte[] bytes, int offset, int length) {
            heard.append(new String(bytes, offset, length, ISO_8859_1));
            if (input != null) {
                answer.accept(input, heard.toString());
            }
        }

        @Override
        public void errors(byte[] bytes, int offset, int length) {
            complained.append(new String(bytes, offset, length, ISO_8859_1));
        }
    }

    private static Command script(String text) {
        return Command.of("exec sh -c '" + text + "'");
    }

    @Test
    void answersWhatACommandAsks() {
        Talk talk =
                new Talk(
                        false,
                        (input, heard) -> {
                            if (heard.endsWith("? ")) {
                                input.write("blue\n".getBytes(UTF_8));
                                input.end();
                            }
                        });

        RunResult result =
                connections.converse(
                        target, script("printf \"Colour? \"; read a; echo $a >&2; cat"), talk);

        assertThat(result).isInstanceOf(RunResult.Completed.class);
        assertThat(talk.heard.toString()).isEqualTo("Colour? ");
        assertThat(talk.complained.toString()).isEqualTo("blue\n");
    }

    @Test
    void sendsManyPiecesInTheirOrder() {
        byte[] bytes = new byte[3 << 20];
        new Random(5).nextBytes(bytes);
        Talk talk = new Talk(false, (input, heard) -> {});
        Dialogue sending =
                new Dialogue() {
                    @Override
                    public void begun(CommandInput input) {
                        for (int from = 0; from < bytes.length; from += 10_000) {
                            int to = Math.min(bytes.length, from + 10_000);
                            input.write(java.util.Arrays.copyOfRange(bytes, from, to));
                        }
                        input.end();
                        input.write("too late".getBytes(UTF_8));
                        input.end();
                    }

                    @Override
                    public void output(byte[] data, int offset, int length) {
                        talk.output(data, offset, length);
                    }

                    @Override
                    public void errors(byte[] data, int offset, int length) {
                        talk.errors(data, offset, length);
                    }
                };

        RunResult result = connections.converse(target, Command.of("cat"), sending);

        assertThat(result).isInstanceOf(RunResult.Completed.class);
        assertThat(talk.heard.toString()).isEqualTo(new String(bytes, ISO_8859_1));
    }

    @Test
    void changesNoByteOnATerminal() {
        StringBuilder all = new StringBuilder();
        for (int b = 0; b < 256; b++) {
            all.append((char) b);
        }
        Talk talk =
                new Talk(
                        true,
                        (input, heard) -> {
                            if (heard.equals("ready\n")) {
                                input.write(all.toString().getBytes(ISO_8859_1));
                                input.end();
                            }
                        });

        RunResult result =
                connections.converse(
                        target,
                        script("test -t 0 && test -t 1 && echo ready; head -c 256; echo end >&2"),
                        talk);

        assertThat(result).isInstanceOf(RunResult.Completed.class);
        assertThat(talk.heard.toString()).isEqualTo("ready\n" + all + "end\n");
        assertThat(talk.complained).isEmpty();
    }

    @Test
    void cutsWhatIsNotWaitedForAnyMore() {
        Talk talk = new Talk(false, (input, heard) -> input.cut());

        RunResult result = connections.converse(target, script("echo here; exec sleep 300"), talk);

        assertThat(result)
                .isInstanceOfSatisfying(
                        RunResult.Interrupted.class,
                        cut -> assertThat(cut.by()).isEqualTo(RunResult.Interrupted.By.CALLER));
    }

    @Test
    void hearsAllThatWasSaidBeforeTheConnectionBroke() {
        CompletableFuture<Void> isThere = new CompletableFuture<>();
        Talk talk =
                new Talk(
                        false,
                        (input, heard) -> {
                            isThere.complete(null);
                            input.write("go on\n".getBytes(UTF_8));
                        });

        RunResult result =
                connections.converse(target, script("echo here; read a; kill -KILL $PPID"), talk);

        assertThat(result)
                .isInstanceOfSatisfying(
                        RunResult.Interrupted.class,
                        cut ->
                                assertThat(cut.by())
                                        .isEqualTo(RunResult.Interrupted.By.CONNECTION_LOST));
        assertThat(isThere).isCompleted();
        assertThat(talk.heard.toString()).isEqualTo("here\n");
    }
}
