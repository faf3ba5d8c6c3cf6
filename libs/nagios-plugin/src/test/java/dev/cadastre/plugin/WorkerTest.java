package dev.cadastre.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plug-in that runs as another account may expect, and what it may not do. */
class WorkerTest {
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final int BOUND = 4;

    @TempDir Path folder;
    private Launcher launcher;

    @BeforeEach
    void open() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        launcher = new Launcher(BOUND);
    }

    @AfterEach
    void close() {
        launcher.close();
    }

    static Account nobody() {
        return Account.named("nobody").orElseThrow().withoutGroups();
    }

    static PluginCommand shell(String lines) {
        return PluginCommand.of(Path.of("/bin/sh"), "-c", lines)
                .within(Scripts.PATIENCE)
                .as(nobody());
    }

    private String said(String lines) throws InterruptedException {
        return launcher.run(shell(lines)).output().text();
    }

    @Test
    void tellsAllThatARunCameTo() throws InterruptedException {
        Outcome outcome = launcher.run(shell("echo out; echo oops >&2; exit 2"));

        assertThat(outcome.ending()).isEqualTo(new Ending.Exited(2));
        assertThat(outcome.output()).isEqualTo(new Captured("out\n", 0, true));
        assertThat(outcome.errors()).isEqualTo(new Captured("oops\n", 0, true));
        assertThat(outcome.leftBehind()).isFalse();
        assertThat(outcome.taken()).isPositive().isLessThan(Scripts.PATIENCE);
        assertThat(launcher.run(shell("kill -SEGV $$")).ending())
                .isEqualTo(new Ending.Signalled(11));
        assertThat(launcher.run(shell("printf '\\377\\033'")).output())
                .isEqualTo(new Captured("\ufffd\033", 0, false));
        assertThat(launcher.run(shell("sleep 1000 & exit 1")))
                .extracting(Outcome::ending, Outcome::leftBehind)
                .containsExactly(new Ending.Exited(1), true);
    }

    @Test
    void launchesAllOfAnAccountFromOneProcess() throws InterruptedException {
        assertThat(said("echo $PPID")).isEqualTo(said("echo $PPID"));
    }

    @Test
    void passesArgumentsEnvironmentAndFolder() throws IOException, InterruptedException {
        Path odd = Files.createDirectory(folder.resolve("süß ☃"));
        PluginCommand command =
                PluginCommand.of(
                                Path.of("/bin/sh"),
                                "-c",
                                "printf '<%s>' \"$@\"; env; pwd -P",
                                "-",
                                "",
                                "a b",
                                "$(id)",
                                "-é\n*")
                        .withEnvironment(Map.of("A", "b=ç"))
                        .in(odd)
                        .as(nobody());

        assertThat(launcher.run(command).output().text())
                .startsWith("<><a b><$(id)><-é\n*>")
                .contains("A=b=ç\n")
                .endsWith(odd + "\n");
    }

    @Test
    void givesGroupsAsTheyAreAndNoOthers() throws InterruptedException {
        Account grouped = new Account("grouped", 65_534, 100, List.of(4, 5));

        assertThat(launcher.run(shell("id -u; id -G").as(grouped)).output().text())
                .isEqualTo("65534\n100 4 5\n");
        assertThat(said("id -u; id -G")).isEqualTo("65534\n65534\n");
    }

    @Test
    void inheritsNoDescriptor() throws InterruptedException {
        PluginCommand list = PluginCommand.of(Path.of("/bin/ls"), "-l", "/proc/self/fd");

        assertThat(launcher.run(list.as(nobody())).output().text().lines())
                .filteredOn(line -> line.contains(" -> "))
                .map(line -> line.replaceAll(".* ([0-9]+) -> ([^\\[0-9]*).*", "$1 $2"))
                .containsExactly("0 /dev/null", "1 pipe:", "2 pipe:", "3 /proc/");
    }

    @Test
    void leadsAGroupInTheSessionOfItsWorkerAndIgnoresNoSignal() throws InterruptedException {
        assertThat(
                        said(
                                """
                                read pid _ _ parent group session tty _ < /proc/self/stat
                                [ $group = $$ ] && [ $session = $PPID ] && echo leads $tty
                                grep -E '^Sig(Blk|Ign)' /proc/self/status\
                                """))
                .isEqualTo(
                        """
                        leads 0
                        SigBlk:\t0000000000000000
                        SigIgn:\t0000000180000000
                        """);
    }

    @Test
    void mayNotTraceItsWorkerOrOpenWhatThatHasOpen() throws InterruptedException {
        String said =
                said(
                        """
                        for file in environ mem maps fd/0 fd/2; do
                            head -c 1 /proc/$PPID/$file
                            : > /proc/$PPID/$file
                        done 2>&1 | grep -v 'Permission denied'; ls /proc/$PPID/fd; echo end\
                        """);

        assertThat(said).isEqualTo("end\n");
    }

    @Test
    void mayBeSetUserId() throws IOException, InterruptedException {
        Path program = Files.copy(Path.of("/usr/bin/id"), folder.resolve("id"));
        setUserId(program);
        PluginCommand command = PluginCommand.of(program, "-u").as(nobody());

        assertThat(launcher.run(command).output().text()).isEqualTo("0\n");
    }

    private static void setUserId(Path program) throws IOException {
        Files.setAttribute(program, "unix:mode", 0104755);
    }

    @Test
    void isEndedEvenIfItBecameRoot() throws IOException, InterruptedException {
        Path sudo = Files.copy(Path.of("/usr/bin/setpriv"), folder.resolve("sudo"));
        setUserId(sudo);
        String become = " --reuid 0 --regid 0 --clear-groups sleep 1000";
        try (Launcher strict = new Launcher(1, SHORT)) {
            Outcome leader =
                    strict.run(
                            shell("echo $$; exec " + sudo + become).within(Duration.ofSeconds(1)));
            Outcome child = strict.run(shell(sudo + become + " & echo $!; sleep 0.2; exit 1"));

            assertThat(leader.ending()).isEqualTo(new Ending.TimedOut(Duration.ofSeconds(1)));
            LauncherTest.assertGone(leader.output().text());
            assertThat(child.ending()).isEqualTo(new Ending.Exited(1));
            assertThat(child.leftBehind()).isTrue();
            LauncherTest.assertGone(child.output().text());
        }
    }

    @Test
    void isEndedAtItsTimeLimitWithAllThatItStarted() throws InterruptedException {
        Outcome outcome =
                launcher.run(
                        shell("sleep 1000 & echo $!; (trap '' TERM; sleep 1000) & echo $!; wait")
                                .within(Duration.ofSeconds(2)));

        assertThat(outcome.ending()).isEqualTo(new Ending.TimedOut(Duration.ofSeconds(2)));
        assertThat(outcome.output().text().lines()).hasSize(2);
        outcome.output().text().lines().forEach(LauncherTest::assertGone);
    }

    @Test
    void isEndedIfItLeftItsGroupAndHoldsTheOutput() throws InterruptedException {
        Outcome outcome =
                launcher.run(
                        shell(
                                        """
                                        setsid sh -c 'echo $$; : >started; exec sleep 1000' &
                                        until [ -e started ]; do sleep 0.05; done\
                                        """)
                                .in(folder));

        assertThat(outcome.leftBehind()).isTrue();
        LauncherTest.assertGone(outcome.output().text());
    }

    @Test
    void isCutWhenItFloods() throws Exception {
        String flood = "head -c 3000000 /dev/zero; head -c 70000 /dev/zero >&2";
        List<PluginProcess> processes = new ArrayList<>();
        for (int i = 0; i < 3 * BOUND; i++) {
            processes.add(launcher.start(shell(flood)));
        }

        for (PluginProcess process : processes) {
            Outcome outcome = await(process);
            assertThat(outcome.output().text()).hasSize(PluginCommand.OUTPUT_LIMIT);
            assertThat(outcome.output().dropped())
                    .isEqualTo(3_000_000 - PluginCommand.OUTPUT_LIMIT);
            assertThat(outcome.errors().dropped()).isEqualTo(70_000 - PluginCommand.OUTPUT_LIMIT);
        }
    }

    @Test
    void mayPrintAsMuchAsItIsToKeep() throws InterruptedException {
        Outcome outcome =
                launcher.run(
                        shell("head -c 5000000 /dev/zero | tr '\\0' '\\377'").keeping(5_000_000));

        assertThat(outcome.output().text().equals("\ufffd".repeat(5_000_000))).isTrue();
    }

    @Test
    void saysThatArgumentsAreTooLong() throws InterruptedException {
        for (int length : List.of(4_000_000, Order.LONGEST)) {
            PluginCommand command = PluginCommand.of(Path.of("/bin/true"), "x".repeat(length));

            assertThat(launcher.run(command.as(nobody())).ending())
                    .asString()
                    .contains("ARGUMENTS_TOO_LONG");
        }
    }

    @Test
    void keepsTheBoundTogetherWithThoseThatRunAsOneself() throws Exception {
        Files.createDirectory(folder.resolve("now"));
        Files.setPosixFilePermissions(
                folder.resolve("now"), PosixFilePermissions.fromString("rwxrwxrwx"));
        PluginCommand counted =
                shell("umask 0; : > now/$$; sleep 0.01; ls now | wc -l; rm now/$$").in(folder);
        PluginCommand own =
                new PluginCommand(
                        counted.arguments(),
                        counted.environment(),
                        folder,
                        Scripts.PATIENCE,
                        100,
                        Optional.empty());
        List<Future<Outcome>> outcomes = new ArrayList<>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 60; i++) {
                PluginCommand command = i % 3 == 0 ? own : counted;
                outcomes.add(callers.submit(() -> launcher.run(command)));
            }
        }

        for (Future<Outcome> outcome : outcomes) {
            assertThat(outcome.get().ending()).isEqualTo(new Ending.Exited(0));
            assertThat(Integer.parseInt(outcome.get().output().text().strip())).isBetween(1, BOUND);
        }
    }

    @Test
    void isEndedWhenItsCallerLosesPatience() throws Exception {
        Path started = folder.resolve("started");
        PluginProcess process = launcher.start(shell("echo $$ > " + started + "; exec sleep 1000"));
        String number = content(started);
        process.cancel();

        assertThat(await(process).ending()).isEqualTo(new Ending.Cancelled());
        LauncherTest.assertGone(number);
    }

    @Test
    void isEndedWhenItsCallerIsInterrupted() throws Exception {
        Path started = folder.resolve("started");
        Thread caller =
                Thread.ofVirtual()
                        .start(() ->
                                assertThatThrownBy(() ->
                                                launcher.run(
                                                        shell(
                                                                "echo $$ > "
                                                                        + started
                                                                        + "; exec sleep 1000")))
                                        .isInstanceOf(InterruptedException.class));
        String number = content(started);
        caller.interrupt();
        caller.join();

        LauncherTest.assertGone(number);
    }

    @Test
    void isNeverStartedIfItIsCancelledBefore() throws Exception {
        List<PluginProcess> first = new ArrayList<>();
        for (int i = 0; i < BOUND; i++) {
            first.add(launcher.start(shell("exec sleep 1000")));
        }
        Path trace = folder.resolve("trace");
        PluginProcess waiting = launcher.start(shell(": > " + trace));
        waiting.cancel();
        first.forEach(PluginProcess::cancel);

        assertThat(await(waiting).ending()).isEqualTo(new Ending.Cancelled());
        assertThat(trace).doesNotExist();
    }

    @Test
    void isEndedTogetherWithItsWorkerWhenTheLauncherIsClosed() throws Exception {
        String worker = said("echo $PPID");
        List<PluginProcess> processes = new ArrayList<>();
        for (int i = 0; i < 5 * BOUND; i++) {
            processes.add(launcher.start(shell("exec sleep 1000")));
        }
        launcher.close();

        for (PluginProcess process : processes) {
            assertThat(await(process).ending()).isEqualTo(new Ending.Cancelled());
        }
        LauncherTest.assertGone(worker);
        assertThatThrownBy(() -> said("true")).isInstanceOf(IllegalStateException.class);
    }

    /** What a caller does with an outcome may take its time and launch again. */
    @Test
    void keepsNobodyWaitingForWhatACallerDoes() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        PluginProcess first = launcher.start(shell("sleep 0.1"));
        var following =
                first.outcome()
                        .thenApply(_ -> {
                            try {
                                String text = said("echo second");
                                done.await();
                                return text;
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        });

        assertThat(said("echo third")).isEqualTo("third\n");
        done.countDown();
        assertThat(following.toCompletableFuture().get(60, TimeUnit.SECONDS)).isEqualTo("second\n");
    }

    static Outcome await(PluginProcess process) throws Exception {
        return process.outcome().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    /** Returns once a line is there. */
    static String content(Path file) throws IOException {
        while (!Files.exists(file) || !Files.readString(file).endsWith("\n")) {
            Thread.onSpinWait();
        }
        return Files.readString(file);
    }
}
