package dev.cadastre.ssh;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.server.Signal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunTest {
    private static final long GIGABYTE = 1L << 30;

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

    @Test
    void keepsOutputErrorsAndStatusApart() {
        RunResult.Completed completed =
                completed(
                        Command.of("cat; echo trouble >&2; exit 3")
                                .reading("in\n".getBytes(UTF_8)));

        assertThat(completed.output().text()).isEqualTo("in\n");
        assertThat(completed.errors().text()).isEqualTo("trouble\n");
        assertThat(completed.exit()).isEqualTo(new RunResult.Exit.Status(3));
        assertThat(completed.succeeded()).isFalse();
        assertThat(completed.reusedConnection()).isFalse();
    }

    @Test
    void namesTheSignalThatEndedACommand() {
        RunResult.Completed completed = completed(Command.of("kill -KILL $$"));

        assertThat(completed.exit()).isEqualTo(new RunResult.Exit.Signal("KILL"));
    }

    @Test
    void passesMegabytesThroughUnchanged() {
        byte[] input = new byte[5 << 20];
        new Random(42).nextBytes(input);

        RunResult.Completed completed = completed(Command.of("cat").reading(input));

        assertThat(completed.output().bytes()).isEqualTo(input);
    }

    @Test
    void keepsTheBeginningAndTheStatusOfWhatPrintsMore() {
        RunResult.Completed completed =
                completed(
                        Command.of("echo ok; head -c 3000000 /dev/zero; echo bad >&2; exit 1")
                                .keeping(3));

        assertThat(completed.output().text()).isEqualTo("ok\n");
        assertThat(completed.output().dropped()).isEqualTo(3_000_000);
        assertThat(completed.errors().text()).isEqualTo("bad");
        assertThat(completed.errors().dropped()).isEqualTo(1);
        assertThat(completed.exit()).isEqualTo(new RunResult.Exit.Status(1));
    }

    @Test
    void cutsWhatPrintsMoreThanItMayHoweverLittleIsKept() {
        RunResult result =
                connections.run(
                        target, Command.of("cat /dev/zero").keeping(10).writingAtMost(1 << 20));

        assertThat(result).isInstanceOf(RunResult.OutputLimitExceeded.class);
    }

    @Test
    void ignoresInputThatTheCommandDoesNotRead() {
        RunResult.Completed completed =
                completed(Command.of("echo done").reading(new byte[5 << 20]));

        assertThat(completed.output().text()).isEqualTo("done\n");
    }

    @Test
    void streamsOutputToAReader() throws IOException {
        AtomicLong count = new AtomicLong();

        RunResult result =
                connections.run(
                        target,
                        Command.of("head -c 50000000 /dev/zero").writingAtMost(50_000_000),
                        stream -> count.set(stream.transferTo(OutputStream.nullOutputStream())));

        assertThat(result).isInstanceOf(RunResult.Completed.class);
        assertThat(count).hasValue(50_000_000);
    }

    @Test
    void feedsAndReadsAtTheSameTime() throws IOException {
        byte[] input = new byte[5 << 20];
        AtomicLong count = new AtomicLong();

        RunResult result =
                connections.run(
                        target,
                        Command.of("cat").reading(input),
                        stream -> count.set(stream.transferTo(OutputStream.nullOutputStream())));

        assertThat(result).isInstanceOf(RunResult.Completed.class);
        assertThat(count).hasValue(input.length);
    }

    @Test
    void cutsACommandWhoseReaderFails() {
        assertThatThrownBy(() ->
                        connections.run(
                                target,
                                Command.of("cat /dev/zero"),
                                stream -> {
                                    throw new IOException("not understood");
                                }))
                .isInstanceOf(IOException.class)
                .hasMessage("not understood");
    }

    @Test
    void blamesTheReaderForWhatItThrowsAfterTheCommandEnded() {
        assertThatThrownBy(() ->
                        connections.run(
                                target,
                                Command.of("echo garbled"),
                                stream -> {
                                    stream.readAllBytes();
                                    throw new IOException("not understood");
                                }))
                .hasMessage("not understood");
    }

    @Test
    void cutsAGigabyteOfGarbage() {
        RunResult result =
                connections.run(
                        target,
                        Command.of("head -c " + GIGABYTE + " /dev/zero").writingAtMost(1 << 20));

        assertThat(result).isEqualTo(new RunResult.OutputLimitExceeded(sshd.address(), 1 << 20));
    }

    @Test
    void cutsGarbageOnStandardErrorToo() {
        RunResult result =
                connections.run(target, Command.of("cat /dev/zero >&2").writingAtMost(1 << 20));

        assertThat(result).isInstanceOf(RunResult.OutputLimitExceeded.class);
    }

    @Test
    void cutsAStreamThatIsTooLong() throws IOException {
        RunResult result =
                connections.run(
                        target,
                        Command.of("cat /dev/zero").writingAtMost(1 << 20),
                        stream -> stream.transferTo(OutputStream.nullOutputStream()));

        assertThat(result).isInstanceOf(RunResult.OutputLimitExceeded.class);
    }

    @Test
    void takesOutputOfExactlyTheLimit() {
        RunResult.Completed completed = completed(Command.of("printf 12345").writingAtMost(5));

        assertThat(completed.output().text()).isEqualTo("12345");
    }

    @Test
    void cutsACommandThatHangsMidOutput() {
        RunResult result =
                connections.run(
                        target,
                        Command.of("echo start; exec sleep 30").within(Duration.ofSeconds(3)));

        assertThat(result)
                .isInstanceOfSatisfying(
                        RunResult.TimedOut.class,
                        timedOut -> {
                            assertThat(timedOut.phase())
                                    .isEqualTo(RunResult.TimedOut.Phase.COMMAND);
                            assertThat(timedOut.output().text()).isEqualTo("start\n");
                        });
    }

    @Test
    void asksTheHostToEndACommandThatItCuts() throws IOException {
        try (ServerInProcess server = new ServerInProcess("password")) {
            RunResult result =
                    connections.run(
                            server.target("password"),
                            Command.of("hang").within(Duration.ofMillis(300)));

            assertThat(result).isInstanceOf(RunResult.TimedOut.class);
            assertThat(server.signal().orTimeout(20, TimeUnit.SECONDS).join())
                    .isEqualTo(Signal.TERM);
        }
    }

    @Test
    void leavesNothingRunningThatItCut() {
        RunResult result =
                connections.run(
                        target,
                        Command.of("echo $$; while sleep 0.1; do echo; done")
                                .within(Duration.ofSeconds(3)));

        assertThat(result).isInstanceOf(RunResult.TimedOut.class);
        String first = ((RunResult.TimedOut) result).output().text().lines().toList().get(0);
        ProcessHandle.of(Long.parseLong(first))
                .ifPresent(process -> process.onExit().orTimeout(20, TimeUnit.SECONDS).join());
        assertThat(ProcessHandle.of(Long.parseLong(first))).isEmpty();
    }

    @Test
    void cutsAStreamThatHangs() throws IOException {
        RunResult result =
                connections.run(
                        target,
                        Command.of("echo start; exec sleep 30").within(Duration.ofSeconds(3)),
                        stream -> stream.transferTo(OutputStream.nullOutputStream()));

        assertThat(result).isInstanceOf(RunResult.TimedOut.class);
    }

    @Test
    void givesUpWhenItsThreadIsInterrupted() throws Exception {
        AtomicReference<RunResult> result = new AtomicReference<>();
        CountDownLatch running = new CountDownLatch(1);
        Thread caller =
                new Thread(() -> {
                    try {
                        result.set(
                                connections.run(
                                        target,
                                        Command.of("echo; exec sleep 5"),
                                        stream -> {
                                            stream.read();
                                            running.countDown();
                                            stream.read();
                                        }));
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                });
        caller.start();
        running.await();
        caller.interrupt();
        caller.join();

        assertThat(result.get())
                .isInstanceOfSatisfying(
                        RunResult.Interrupted.class,
                        interrupted ->
                                assertThat(interrupted.by())
                                        .isEqualTo(RunResult.Interrupted.By.CALLER));
    }

    @Test
    void cutsRunningCommandsWhenClosed() throws Exception {
        AtomicReference<RunResult> result = new AtomicReference<>();
        CountDownLatch running = new CountDownLatch(1);
        Thread caller =
                new Thread(() -> {
                    try {
                        result.set(
                                connections.run(
                                        target,
                                        Command.of("echo; exec sleep 5"),
                                        stream -> {
                                            stream.read();
                                            running.countDown();
                                            stream.read();
                                        }));
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                });
        caller.start();
        running.await();
        connections.close();
        caller.join();

        assertThat(result.get())
                .isInstanceOfSatisfying(
                        RunResult.Interrupted.class,
                        interrupted ->
                                assertThat(interrupted.by())
                                        .isEqualTo(RunResult.Interrupted.By.SHUTDOWN));
    }

    @Test
    void saysThatTheConnectionBrokeWhileTheCommandRan() {
        RunResult result = connections.run(target, Command.of("kill -KILL $PPID; sleep 5"));

        assertThat(result)
                .isInstanceOfSatisfying(
                        RunResult.Interrupted.class,
                        interrupted ->
                                assertThat(interrupted.by())
                                        .isEqualTo(RunResult.Interrupted.By.CONNECTION_LOST));
    }

    @Test
    void runsNothingAfterItIsClosed() {
        connections.close();

        assertThat(connections.run(target, Command.of("true")))
                .isInstanceOfSatisfying(
                        RunResult.Interrupted.class,
                        interrupted ->
                                assertThat(interrupted.by())
                                        .isEqualTo(RunResult.Interrupted.By.SHUTDOWN));
    }

    private RunResult.Completed completed(Command command) {
        RunResult result = connections.run(target, command);
        assertThat(result).as("%s", sshd.log()).isInstanceOf(RunResult.Completed.class);
        return (RunResult.Completed) result;
    }
}
