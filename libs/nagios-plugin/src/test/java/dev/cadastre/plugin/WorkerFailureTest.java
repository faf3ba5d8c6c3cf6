package dev.cadastre.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of runs when their worker does not do as it should. */
class WorkerFailureTest {
    private static final int BOUND = 8;
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final String READY = "printf '\\0\\0\\0\\1\\0' >&0\n";

    @TempDir Path folder;
    private final AtomicLong nanos = new AtomicLong();

    @BeforeEach
    void open() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    private Launcher launcher(WorkerJvm jvm, Duration patience) {
        return new Launcher(
                BOUND,
                Launcher.GRACE,
                Optional.of(new Workers(jvm, BOUND, Launcher.GRACE, patience, nanos::get)));
    }

    /** A launcher whose worker is a few lines of shell, with the connection as its input. */
    private Launcher launcherOf(String lines) {
        Path java = new Scripts(folder).file("java", "#!/bin/sh\n" + lines + "\n", "rwxr-xr-x");
        return launcher(new WorkerJvm(java, LibraryPath::find), Worker.PATIENCE);
    }

    private static String cause(Outcome outcome) {
        return outcome.ending().cause().orElse("none");
    }

    private static Outcome run(Launcher launcher, String lines) throws InterruptedException {
        return launcher.run(WorkerTest.shell(lines));
    }

    @Test
    void losesNoRunWhenAPluginKillsItsWorker() throws Exception {
        try (Launcher launcher = new Launcher(BOUND)) {
            String worker = run(launcher, "echo $PPID").output().text().strip();
            List<PluginProcess> processes = new ArrayList<>();
            List<String> numbers = new ArrayList<>();
            for (int i = 0; i < BOUND; i++) {
                Path started = folder.resolve("started-" + i);
                String lines = "set -m; sleep 1000 & echo $$ $! > " + started + "; exec sleep 1000";
                processes.add(launcher.start(WorkerTest.shell(lines)));
                numbers.addAll(List.of(WorkerTest.content(started).split("\\s+")));
            }
            processes.getFirst().cancel();
            assertThat(WorkerTest.await(processes.getFirst()).ending())
                    .isEqualTo(new Ending.Cancelled());
            Outcome deadly = run(launcher, "kill -9 $PPID; exec sleep 1000");

            String told = "The worker for nobody was ended by SIGKILL";
            assertThat(deadly.ending()).isEqualTo(new Ending.Lost(told));
            assertThat(PluginResult.of(deadly).state()).isEqualTo(PluginState.UNKNOWN);
            assertThat(PluginResult.of(deadly).cause()).contains(told);
            for (PluginProcess process : processes.subList(1, BOUND)) {
                assertThat(WorkerTest.await(process).ending()).isEqualTo(new Ending.Lost(told));
            }
            assertThat(numbers).hasSize(2 * BOUND);
            numbers.forEach(LauncherTest::assertGone);
            LauncherTest.assertGone(worker);
            assertThat(run(launcher, "echo $PPID").output().text()).isNotBlank();
        }
    }

    @Test
    void losesNoRunWhenAPluginStopsItsWorker() throws InterruptedException {
        try (Launcher launcher = launcher(WorkerJvm.ours(), PATIENCE)) {
            Outcome outcome = run(launcher, "echo $$; kill -STOP $PPID; exec sleep 1000");

            assertThat(outcome.ending())
                    .isEqualTo(
                            new Ending.Lost(
                                    "The worker for nobody did not answer in time, and was ended"
                                            + " by SIGKILL"));
        }
    }

    @Test
    void waitsForAWorkerThatHasNothingToSay() throws InterruptedException {
        try (Launcher launcher = launcher(WorkerJvm.ours(), Duration.ofSeconds(1))) {
            assertThat(run(launcher, "sleep 4; echo late").output().text()).isEqualTo("late\n");
        }
    }

    @Test
    void closesInTimeThoughAPluginStoppedItsWorker() throws Exception {
        String number;
        try (Launcher launcher = new Launcher(1, Duration.ofMillis(100))) {
            Path stopped = folder.resolve("stopped");
            String lines = "kill -STOP $PPID; echo $$ > " + stopped + "; exec sleep 1000";
            launcher.start(WorkerTest.shell(lines));
            number = WorkerTest.content(stopped);
        }

        LauncherTest.assertGone(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    '\\377\\377\\377\\377'                       | a frame of 4294967295 bytes
                    '\\0\\20\\0\\0'                              | a frame of 1048576 bytes
                    '\\0\\0\\0\\1\\77'                           | an answer of kind 63
                    '\\0\\0\\0\\1\\0'                            | a second beginning
                    '\\0\\0\\0\\5\\1\\0\\0\\0\\0'                | a late refusal
                    '\\0\\0\\0\\2\\4\\0'                         | 1 bytes too many
                    '\\0\\0\\0\\4\\3\\0\\0\\0'                   | 4 bytes where 3 are left
                    """)
    void believesNothingThatAWorkerMayNotSay(String frame, String told)
            throws InterruptedException {
        try (Launcher launcher =
                launcherOf(
                        READY
                                + "head -c 1 >/dev/null\nprintf '"
                                + frame
                                + "' >&0\nexec sleep 1000")) {
            assertThat(cause(run(launcher, "true")))
                    .isEqualTo(
                            "The worker for nobody said what it may not, "
                                    + told
                                    + ", and was ended by SIGKILL");
        }
    }

    @Test
    void believesNoAnswerToWhatWasNotAsked() throws InterruptedException {
        String done = "\\0\\0\\0\\60\\2\\0\\0\\0\\0\\0\\0\\0\\143" + "\\0".repeat(39);
        try (Launcher launcher =
                launcherOf(
                        READY
                                + "head -c 1 >/dev/null\nprintf '"
                                + done
                                + "' >&0\nexec sleep 1000")) {
            assertThat(cause(run(launcher, "true"))).contains("said what it may not");
        }
    }

    @Test
    void tellsWhatAWorkerSaidLast() throws InterruptedException {
        try (Launcher launcher =
                launcherOf(READY + "head -c 1 >/dev/null\necho 'out of luck' >&2\nexit 7")) {
            assertThat(cause(run(launcher, "true")))
                    .isEqualTo(
                            "The worker for nobody ended with exit code 7; it said 'out of luck'");
        }
    }

    @Test
    void saysThatAWorkerCannotBeStartedAndTriesAgainLaterOnly() throws InterruptedException {
        Path missing = folder.resolve("missing");
        try (Launcher launcher =
                launcher(new WorkerJvm(missing, LibraryPath::find), Worker.PATIENCE)) {
            String failure =
                    "The rights of nobody were not had: "
                            + missing
                            + " failed to start with error 2";

            Outcome first = run(launcher, "true");
            assertThat(first.ending())
                    .isEqualTo(new Ending.NotStarted(Ending.Reason.NO_SUCH_RIGHTS, failure));
            assertThat(cause(run(launcher, "true"))).isEqualTo(failure);
            assertThat(cause(run(launcher, "true")))
                    .isEqualTo(failure + "; it is tried again in 1 s");
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
            assertThat(cause(run(launcher, "true"))).isEqualTo(failure);
            assertThat(cause(run(launcher, "true")))
                    .isEqualTo(failure + "; it is tried again in 2 s");
        }
    }

    @Test
    void saysWhatAWorkerSaidThatDidNotGetReady() throws InterruptedException {
        try (Launcher launcher = launcherOf("echo 'no memory' >&2; exit 1")) {
            assertThat(cause(run(launcher, "true")))
                    .isEqualTo(
                            "The rights of nobody were not had: its worker ended with exit code 1;"
                                    + " it said 'no memory'");
        }
    }

    @Test
    void saysThatRightsAreRefused() throws InterruptedException {
        Account impossible = new Account("impossible", -1, -1, List.of());
        try (Launcher launcher = new Launcher(1)) {
            assertThat(cause(launcher.run(WorkerTest.shell("id -u").as(impossible))))
                    .startsWith("The rights of impossible were not had: its worker refused: ");
        }
    }

    @Test
    void endsWorkerAndPluginsWhenTheLauncherIsKilled() throws Exception {
        Path started = folder.resolve("started");
        Process jvm =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Abandoned.class.getName(),
                                started.toString())
                        .inheritIO()
                        .start();
        String[] numbers = WorkerTest.content(started).split("\\s+");
        jvm.destroyForcibly().waitFor();

        assertThat(numbers).hasSize(2);
        for (String number : numbers) {
            LauncherTest.assertGone(number);
        }
    }

    /** A program that is killed while its plug-in runs. */
    static final class Abandoned {
        public static void main(String[] arguments) throws InterruptedException {
            try (Launcher launcher = new Launcher(1)) {
                launcher.run(
                        WorkerTest.shell("echo $$ $PPID > " + arguments[0] + "; exec sleep 1000"));
            }
        }
    }
}
