package dev.cadastre.server.monitoring.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.PluginState;
import dev.cadastre.plugin.Problem;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.AdjustableClock;
import dev.cadastre.server.dispatch.Dispatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Plug-ins on a host that is reached by a real sshd, as the user who runs the tests. */
@ServerTest
class HostPluginsTest extends CheckedHostByTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final AdjustableClock clock = new AdjustableClock();

    @Autowired private Dispatch dispatch;

    private HostPlugins plugins;

    @BeforeEach
    void begin() {
        plugins = new HostPlugins(new HostCommands(dispatch, clock));
    }

    private PluginResult run(String... command) {
        return plugins.run(host, List.of(command), LIMIT);
    }

    private PluginResult shell(String script) {
        return run("sh", "-c", script);
    }

    @Test
    void tellsTheStateByTheExitStatus() {
        List<PluginState> states =
                List.of(
                        PluginState.OK,
                        PluginState.WARNING,
                        PluginState.CRITICAL,
                        PluginState.UNKNOWN);
        for (int status = 0; status < states.size(); status++) {
            PluginResult result = shell("echo 'load is 3|load=3;4;5'; exit " + status);

            assertThat(result.state()).isEqualTo(states.get(status));
            assertThat(result.cause()).isEmpty();
            assertThat(result.text()).isEqualTo("load is 3");
            assertThat(result.metrics()).extracting(Metric::toString).containsExactly("load=3;4;5");
        }
    }

    @Test
    void findsPluginsWhereDistributionsHaveThem() {
        assertThat(run("check_dummy", "1", "warm").text()).isEqualTo("WARNING: warm");
    }

    @Test
    void saysWhyWhatCouldNotBeRunTellsNoState() {
        PluginResult missing = run("no-such-plugin", "-w", "10%");
        PluginResult text = run("/etc/passwd");

        assertThat(missing.state()).isEqualTo(PluginState.UNKNOWN);
        assertThat(missing.cause()).get().asString().contains("127", "not found");
        assertThat(missing.text()).contains("no-such-plugin");
        assertThat(text.state()).isEqualTo(PluginState.UNKNOWN);
        assertThat(text.cause()).get().asString().contains("126", "not executable");
    }

    @Test
    void namesTheSignalThatEndedOne() {
        PluginResult result = shell("echo 'so far|done=1'; kill -SEGV $$");

        assertThat(result.state()).isEqualTo(PluginState.UNKNOWN);
        assertThat(result.cause()).contains("Ended by SIGSEGV");
        assertThat(result.text()).isEqualTo("so far");
        assertThat(result.metrics()).hasSize(1);
    }

    @Test
    void showsErrorsWhereNothingElseIsPrinted() {
        PluginResult result = shell("echo 'no route|to=it' >&2; exit 2");

        assertThat(result.state()).isEqualTo(PluginState.CRITICAL);
        assertThat(result.text()).isEqualTo("no route|to=it");
        assertThat(result.metrics()).isEmpty();
        assertThat(result.problems()).extracting(Problem::code).containsExactly("output.none");
    }

    @Test
    void keepsTheStateTheBeginningAndItsFiguresOfWhatPrintsTooMuch() {
        PluginResult result =
                shell(
                        "echo 'much|a=1 b=2'; yes 'ä line that nobody reads' | head -c 3000000; exit 1");

        assertThat(result.state()).isEqualTo(PluginState.WARNING);
        assertThat(result.cause()).isEmpty();
        assertThat(result.text()).isEqualTo("much");
        assertThat(result.metrics()).extracting(Metric::label).containsExactly("a", "b");
        assertThat(result.longText().length()).isBetween(50_000, 64 * 1024);
        assertThat(result.problems()).extracting(Problem::code).containsExactly("output.too-long");
    }

    @Test
    void endsWhatHangsOnTheHostAndKeepsWhatItSaid() throws Exception {
        String seconds = "9" + ProcessHandle.current().pid() + "1";
        PluginResult result =
                plugins.run(
                        host,
                        List.of(
                                "sh",
                                "-c",
                                "echo 'at work|step=1'; (sleep %s &); sleep %s"
                                        .formatted(seconds, seconds)),
                        Duration.ofSeconds(1));

        assertThat(result.state()).isEqualTo(PluginState.UNKNOWN);
        assertThat(result.cause()).contains("Not done within its time limit of 1 s");
        assertThat(result.text()).isEqualTo("at work");
        assertThat(result.metrics()).hasSize(1);
        for (ProcessHandle left : processes(seconds)) {
            left.onExit().get(10, TimeUnit.SECONDS);
        }
        assertThat(shell("echo on").text()).isEqualTo("on");
        assertThat(sshd.signIns()).as("the connection goes on serving").isOne();
    }

    /** Those of whose command line that is a part. */
    private static List<ProcessHandle> processes(String part) {
        return ProcessHandle.allProcesses()
                .filter(one ->
                        one.info().commandLine().filter(line -> line.contains(part)).isPresent())
                .toList();
    }

    @Test
    void endsWhatIsRunForNobodyAnyMore() throws Exception {
        String seconds = "9" + ProcessHandle.current().pid() + "2";
        Path pipe = folder.resolve("begun");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        String script = "sleep %s & echo begun > %s; wait".formatted(seconds, pipe);
        CompletableFuture<String> begun = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> begun.complete(text(pipe)));
        Thread check =
                Thread.ofPlatform()
                        .start(() -> {
                            List<String> command = List.of("sh", "-c", script);
                            begun.complete(
                                    plugins.run(host, command, Duration.ofSeconds(5)).toString());
                        });
        assertThat(begun.get(20, TimeUnit.SECONDS)).isEqualTo("begun\n");
        List<ProcessHandle> running = processes(seconds);
        check.interrupt();
        check.join();

        // At once, or where sshd does not pass on what it is told, as for root, when its time is
        // over.
        assertThat(running).isNotEmpty();
        for (ProcessHandle one : running) {
            one.onExit().get(20, TimeUnit.SECONDS);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void sharesOneConnectionAmongChecks() {
        CompletableFuture<PluginResult> other =
                CompletableFuture.supplyAsync(
                        () -> shell("echo other"), task -> Thread.ofVirtual().start(task));

        assertThat(shell("echo one").text()).isEqualTo("one");
        assertThat(other.join().text()).isEqualTo("other");
        assertThat(shell("echo later").text()).isEqualTo("later");
        assertThat(sshd.signIns()).isOne();
    }

    @Test
    void saysWhatIsWrongWithTheWayToTheHost() {
        sshd.stop();
        PluginResult refused = shell("echo on");
        host = host(Map.of("address", "none"));
        PluginResult nowhere = shell("echo on");

        assertThat(refused.state()).isEqualTo(PluginState.UNKNOWN);
        assertThat(refused.text()).contains("127.0.0.1", "refuses connections");
        assertThat(refused.longText()).contains("See that", "is up");
        assertThat(nowhere.state()).isEqualTo(PluginState.UNKNOWN);
        assertThat(nowhere.text()).contains(host.name(), "has no address");
    }

    @Test
    void leavesAHostThatDoesNotAnswerAloneForAWhile() {
        sshd.stop();
        PluginResult first = shell("echo on");
        sshd.start();
        PluginResult second = shell("echo on");

        assertThat(first.text()).contains("It is tried again from 2026-11-21T14:00:10Z.");
        assertThat(second).isEqualTo(first);
        assertThat(sshd.signIns()).isZero();
        clock.advance(Duration.ofSeconds(10));
        assertThat(shell("echo on").text()).isEqualTo("on");
        assertThat(shell("echo on").text()).isEqualTo("on");
    }

    @Test
    void goesOnAskingAHostThatAnswersWhateverItsCommandsDo() {
        for (int i = 0; i < 3; i++) {
            assertThat(run("no-such-plugin").cause()).get().asString().contains("127");
        }
    }

    @Test
    void runsNothingOnAHostWithAnotherKeyThanBefore() {
        assertThat(shell("echo on").text()).isEqualTo("on");
        sshd.rotateHostKey();
        PluginResult result = shell("echo on");

        assertThat(result.state()).isEqualTo(PluginState.UNKNOWN);
        assertThat(result.text()).contains("key").doesNotContain("on\n");
        assertThat(sshd.signIns()).isZero();
    }

    @Test
    void runsNothingOnTheServersOwnMachine() {
        host = host(Map.of("address", "local"));
        PluginResult result = shell("echo on");

        assertThat(result.state()).isEqualTo(PluginState.UNKNOWN);
        assertThat(result.text()).contains("the server's own machine");
    }
}
