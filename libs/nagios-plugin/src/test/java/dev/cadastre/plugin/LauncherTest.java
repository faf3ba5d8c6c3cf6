package dev.cadastre.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {
    private static final Ending DONE = new Ending.Exited(0);

    @TempDir Path folder;
    private Scripts scripts;
    private Launcher launcher;

    @BeforeEach
    void open() {
        scripts = new Scripts(folder);
        launcher = new Launcher(8);
    }

    @AfterEach
    void close() {
        launcher.close();
    }

    private Outcome run(String lines) throws InterruptedException {
        return launcher.run(scripts.script(lines));
    }

    private static String reason(Outcome outcome) {
        return outcome.ending() instanceof Ending.NotStarted(Ending.Reason reason, String detail)
                ? reason + ": " + detail
                : outcome.toString();
    }

    @Test
    void tellsWhatAPluginPrintedAndHowItEnded() throws InterruptedException {
        Outcome outcome =
                run("echo 'WARNING - disk is filling | used=91%;90;95'\necho oops >&2\nexit 1");

        assertThat(outcome.ending()).isEqualTo(new Ending.Exited(1));
        assertThat(outcome.output().text()).startsWith("WARNING - disk");
        assertThat(outcome.errors().text()).isEqualTo("oops\n");
        assertThat(outcome.leftBehind()).isFalse();
        assertThat(outcome.taken()).isPositive().isLessThan(Scripts.PATIENCE);
        assertThat(PluginResult.of(outcome).metrics()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 126, 127, 255})
    void tellsEachExitCode(int code) throws InterruptedException {
        assertThat(run("exit " + code).ending()).isEqualTo(new Ending.Exited(code));
    }

    @ParameterizedTest
    @CsvSource({"KILL, 9", "TERM, 15", "SEGV, 11", "PIPE, 13", "HUP, 1"})
    void namesTheSignalThatEndedAPlugin(String name, int number) throws InterruptedException {
        Outcome outcome = run("echo so far\nkill -" + name + " $$");

        assertThat(outcome.ending()).isEqualTo(new Ending.Signalled(number));
        assertThat(outcome.output().text()).isEqualTo("so far\n");
        assertThat(PluginResult.of(outcome).cause()).contains("Ended by SIG" + name);
    }

    @Test
    void passesArgumentsAsTheyAre() throws InterruptedException {
        Path script = scripts.file("arguments", "#!/bin/sh\nprintf '<%s>' \"$@\"\n", "rwxr-xr-x");
        String[] odd = {"", "a b", "$(id)", "'\"`", "; rm -rf /", "-é\n*"};

        assertThat(launcher.run(PluginCommand.of(script, odd)).output().text())
                .isEqualTo("<><a b><$(id)><'\"`><; rm -rf /><-é\n*>");
    }

    @Test
    void givesNothingButItsEnvironmentAndDirectory() throws InterruptedException {
        PluginCommand env = PluginCommand.of(Path.of("/usr/bin/env"));

        assertThat(launcher.run(env).output().text().lines())
                .containsExactlyInAnyOrder(
                        "LC_ALL=C", "PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin");
        assertThat(launcher.run(env.withEnvironment(Map.of())).output().text()).isEmpty();
        assertThat(launcher.run(env.withEnvironment(Map.of("A", "b=c"))).output().text())
                .isEqualTo("A=b=c\n");
        assertThat(launcher.run(scripts.script("pwd -P").in(folder)).output().text().strip())
                .isEqualTo(folder.toString());
    }

    @Test
    void inheritsNoDescriptor() throws IOException, InterruptedException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort())) {
            assertThat(client.isConnected()).isTrue();
            PluginCommand list = PluginCommand.of(Path.of("/bin/ls"), "-l", "/proc/self/fd");

            assertThat(launcher.run(list).output().text().lines())
                    .filteredOn(line -> line.contains(" -> "))
                    .map(line -> line.replaceAll(".* ([0-9]+) -> ([^\\[0-9]*).*", "$1 $2"))
                    .containsExactly("0 /dev/null", "1 pipe:", "2 pipe:", "3 /proc/");
        }
    }

    @Test
    void leadsASessionOfItsOwnAndBlocksOrIgnoresNoSignal() throws InterruptedException {
        List<String> lines =
                run("""
                read pid _ _ _ group session _ < /proc/self/stat
                [ $group = $session ] && [ $group = $$ ] && echo leads
                grep -E '^Sig(Blk|Ign)' /proc/self/status\
                """)
                        .output()
                        .text()
                        .lines()
                        .toList();

        // glibc ignores its own two in every program that it spawns.
        assertThat(lines)
                .containsExactly("leads", "SigBlk:\t0000000000000000", "SigIgn:\t0000000180000000");
    }

    @Test
    void endsAPluginThatHangs() throws InterruptedException {
        Outcome outcome =
                launcher.run(
                        scripts.script("echo begun; exec sleep 1000")
                                .within(Duration.ofSeconds(2)));

        assertThat(outcome.ending()).isEqualTo(new Ending.TimedOut(Duration.ofSeconds(2)));
        assertThat(outcome.output().text()).isEqualTo("begun\n");
        assertThat(outcome.taken()).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void endsAPluginThatDoesNotWantTo() throws InterruptedException {
        try (Launcher strict = new Launcher(1, Duration.ofMillis(100))) {
            Outcome outcome =
                    strict.run(
                            scripts.script("trap '' TERM; echo $$; while :; do sleep 1; done")
                                    .within(Duration.ofSeconds(2)));

            assertThat(outcome.ending()).isEqualTo(new Ending.TimedOut(Duration.ofSeconds(2)));
            assertGone(outcome.output().text().strip());
        }
    }

    @Test
    void endsAllThatAPluginThatHangsHasStarted() throws InterruptedException {
        Outcome outcome =
                launcher.run(
                        scripts.script(
                                        "sleep 1000 & echo $!; (trap '' TERM; sleep 1000) & echo $!; wait")
                                .within(Duration.ofSeconds(2)));

        assertThat(outcome.ending()).isInstanceOf(Ending.TimedOut.class);
        outcome.output().text().lines().forEach(LauncherTest::assertGone);
    }

    @Test
    void doesNotWaitForAChildThatHoldsTheOutput() throws InterruptedException {
        Outcome outcome = run("sleep 1000 & echo $!; exit 2");

        assertThat(outcome.ending()).isEqualTo(new Ending.Exited(2));
        assertThat(outcome.leftBehind()).isTrue();
        assertGone(outcome.output().text().strip());
        assertThat(PluginResult.of(outcome).problems())
                .extracting(Problem::code)
                .containsExactly("process.left-behind");
    }

    @Test
    void endsAChildThatLeftTheGroupWithTheOutput() throws InterruptedException {
        Outcome outcome =
                launcher.run(
                        scripts.script(
                                        """
                                        setsid sh -c 'echo $$; : >started; exec sleep 1000' &
                                        until [ -e started ]; do sleep 0.05; done\
                                        """)
                                .in(folder));

        assertThat(outcome.ending()).isEqualTo(DONE);
        assertThat(outcome.leftBehind()).isTrue();
        assertGone(outcome.output().text().strip());
    }

    @Test
    void readsWhatAChildPrintsBehindItsParentsEnd() throws InterruptedException {
        try (Launcher patient = new Launcher(1, Scripts.PATIENCE)) {
            Outcome outcome = patient.run(scripts.script("(sleep 0.1; echo late) &\nexit 0"));

            assertThat(outcome.output().text()).isEqualTo("late\n");
            assertThat(outcome.leftBehind()).isFalse();
        }
    }

    @Test
    void waitsForAPluginThatClosesItsOutput() throws InterruptedException {
        assertThat(run("echo done; exec >&- 2>&-; sleep 0.2; exit 1"))
                .extracting(Outcome::ending, outcome -> outcome.output().text())
                .containsExactly(new Ending.Exited(1), "done\n");
    }

    @Test
    void keepsTheBeginningOfAFlood() throws InterruptedException {
        Outcome outcome = run("head -c 100000000 /dev/zero; head -c 70000 /dev/zero >&2; exit 0");

        assertThat(outcome.ending()).isEqualTo(DONE);
        assertThat(outcome.output().text()).hasSize(PluginCommand.OUTPUT_LIMIT);
        assertThat(outcome.output().dropped()).isEqualTo(100_000_000 - PluginCommand.OUTPUT_LIMIT);
        assertThat(outcome.errors().dropped()).isEqualTo(70_000 - PluginCommand.OUTPUT_LIMIT);
    }

    @Test
    void endsAFloodThatDoesNotEnd() throws InterruptedException {
        Outcome outcome =
                launcher.run(scripts.script("exec yes").keeping(100).within(Duration.ofSeconds(2)));

        assertThat(outcome.ending()).isInstanceOf(Ending.TimedOut.class);
        assertThat(outcome.output().text()).hasSize(100);
        assertThat(outcome.output().dropped()).isPositive();
    }

    @Test
    void takesBinaryOutput() throws InterruptedException {
        Outcome outcome = run("printf '\\377\\000\\033[2Jok'");

        assertThat(outcome.output().wellFormed()).isFalse();
        assertThat(PluginResult.of(outcome).text()).isEqualTo("��" + "�[2Jok");
    }

    @Test
    void takesNoOutput() throws InterruptedException {
        assertThat(PluginResult.of(run("exit 0")).problems())
                .extracting(Problem::code)
                .containsExactly("output.none");
    }

    @Test
    void readsNothingFromTheTerminal() throws InterruptedException {
        assertThat(run("cat; echo end").output().text()).isEqualTo("end\n");
    }

    @Test
    void saysWhyAPluginDoesNotStart() throws InterruptedException {
        Path missing = folder.resolve("missing");
        Path plain = scripts.file("plain", "#!/bin/sh\n", "rw-r--r--");
        Path bare = scripts.file("bare", "echo hello\n", "rwxr-xr-x");
        Path lost = scripts.file("lost", "#!/no/such/interpreter\n", "rwxr-xr-x");

        assertThat(reason(launcher.run(PluginCommand.of(missing))))
                .isEqualTo("NOT_FOUND: There is no " + missing);
        assertThat(reason(launcher.run(PluginCommand.of(plain.resolve("x")))))
                .isEqualTo("NOT_FOUND: There is no " + plain.resolve("x"));
        assertThat(reason(launcher.run(PluginCommand.of(plain))))
                .isEqualTo("NOT_EXECUTABLE: " + plain + " may not be executed");
        assertThat(reason(launcher.run(PluginCommand.of(folder))))
                .isEqualTo("NOT_EXECUTABLE: " + folder + " is a folder");
        assertThat(reason(launcher.run(PluginCommand.of(bare)))).startsWith("WRONG_FORMAT");
        assertThat(reason(launcher.run(PluginCommand.of(lost))))
                .isEqualTo(
                        "NOT_FOUND: The interpreter that the first line of "
                                + lost
                                + " names is not there");
        assertThat(reason(launcher.run(scripts.script("true").in(missing))))
                .isEqualTo("NO_DIRECTORY: The working directory " + missing + " cannot be entered");
    }

    @Test
    void saysThatArgumentsAreTooLong() throws InterruptedException {
        PluginCommand command = PluginCommand.of(Path.of("/bin/true"), "x".repeat(4_000_000));

        assertThat(reason(launcher.run(command))).startsWith("ARGUMENTS_TOO_LONG");
    }

    @Test
    void refusesWhatNoProgramCanBeGiven() {
        Path program = Path.of("/bin/true");

        assertThatThrownBy(() -> PluginCommand.of(program, "fine", "a\0b"))
                .hasMessage("Argument 2 holds a NUL");
        assertThatThrownBy(() -> PluginCommand.of(program).withEnvironment(Map.of("A", "\0")))
                .hasMessage("The variable A holds a NUL");
        assertThatThrownBy(() -> PluginCommand.of(program).withEnvironment(Map.of("A=", "")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PluginCommand.of(Path.of("true")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void servesManyVirtualThreadsAndLeavesNoDescriptorOrZombie() throws Exception {
        launcher.run(PluginCommand.of(Path.of("/bin/true")));
        PluginCommand command = scripts.script("echo $1 | cat; exit 1");
        long before = descriptors();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> outcomes = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                outcomes.add(callers.submit(() -> launcher.run(command)));
            }
            for (Future<Outcome> outcome : outcomes) {
                assertThat(outcome.get().ending()).isEqualTo(new Ending.Exited(1));
            }
        }

        assertThat(descriptors()).isLessThanOrEqualTo(before + 5);
        assertThat(ProcessHandle.current().children()).isEmpty();
    }

    private static long descriptors() throws IOException {
        try (var open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }

    @Test
    void doesNotDisturbOtherProcessesOfTheJvm() throws Exception {
        for (int i = 0; i < 20; i++) {
            Process process = new ProcessBuilder("/bin/sh", "-c", "exit 7").start();

            assertThat(run("exit 3").ending()).isEqualTo(new Ending.Exited(3));
            assertThat(process.waitFor()).isEqualTo(7);
        }
    }

    @Test
    void endsAPluginWhoseCallerLosesPatience() throws Exception {
        Path started = folder.resolve("started");
        PluginProcess process =
                launcher.start(scripts.script("echo > " + started + "; exec sleep 1000"));
        while (!Files.exists(started)) {
            Thread.onSpinWait();
        }
        process.cancel();

        assertThat(process.outcome().toCompletableFuture().get(60, TimeUnit.SECONDS).ending())
                .isEqualTo(new Ending.Cancelled());
    }

    @Test
    void endsEverythingWhenItIsClosed() throws Exception {
        List<PluginProcess> processes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            processes.add(launcher.start(PluginCommand.of(Path.of("/bin/sleep"), "1000")));
        }
        launcher.close();

        for (PluginProcess process : processes) {
            assertThat(process.outcome().toCompletableFuture().get(1, TimeUnit.SECONDS).ending())
                    .isEqualTo(new Ending.Cancelled());
        }
        assertThatThrownBy(() -> launcher.run(PluginCommand.of(Path.of("/bin/true"))))
                .isInstanceOf(IllegalStateException.class);
    }

    /** Killed is not yet gone: whoever reaps it may need a moment. */
    static void assertGone(String process) {
        Path stat = Path.of("/proc", process.strip(), "stat");
        assertThat(process.strip()).matches("[0-9]+");
        while (Files.exists(stat)) {
            try {
                String text = Files.readString(stat);
                if (text.substring(text.lastIndexOf(')')).startsWith(") Z")) {
                    return;
                }
            } catch (IOException e) {
                return;
            }
            Thread.onSpinWait();
        }
    }
}
