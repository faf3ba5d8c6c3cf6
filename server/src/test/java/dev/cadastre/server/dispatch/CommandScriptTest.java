package dev.cadastre.server.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The script in which commands run on hosts, in the shells that hosts have. */
@Execution(ExecutionMode.CONCURRENT) // They mostly wait.
class CommandScriptTest {

    private static final String USUAL = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin";
    private static final List<String> FEW = List.of("sh", "sleep", "awk", "cat", "printf");

    /** Seconds that no other sleep on this machine takes. */
    private static final AtomicInteger SECONDS =
            new AtomicInteger(100_000_000 + (int) (ProcessHandle.current().pid() % 10_000) * 1_000);

    @TempDir private static Path fewPrograms;

    @TempDir private Path folder;

    /** A shell, and whether setsid is there. */
    record Shell(boolean setsid, List<String> words) {
        @Override
        public String toString() {
            return String.join(" ", words) + (setsid ? "" : " without setsid");
        }
    }

    static Stream<Shell> shells() {
        return Stream.of(
                new Shell(true, List.of("/usr/bin/dash")),
                new Shell(true, List.of("/usr/bin/bash", "--posix")),
                new Shell(true, List.of("/usr/bin/mksh")),
                new Shell(true, List.of("/usr/bin/busybox", "sh")),
                new Shell(false, List.of("/usr/bin/dash")),
                new Shell(false, List.of("/usr/bin/bash", "--posix")),
                new Shell(false, List.of("/usr/bin/mksh")));
    }

    static Stream<Shell> shellsWithSetsid() {
        return shells().filter(Shell::setsid);
    }

    @BeforeAll
    static void linkFewPrograms() throws IOException {
        for (String name : FEW) {
            Path program =
                    Stream.of(USUAL.split(":"))
                            .map(folder -> Path.of(folder, name))
                            .filter(Files::isExecutable)
                            .findFirst()
                            .orElseThrow();
            Files.createSymbolicLink(fewPrograms.resolve(name), program);
        }
    }

    /** What became of a script. */
    private record Ran(int status, String output, String errors) {}

    private static ProcessBuilder shell(Shell shell) {
        ProcessBuilder builder =
                new ProcessBuilder(Stream.concat(shell.words().stream(), Stream.of("-s")).toList());
        builder.environment().put("PATH", shell.setsid() ? USUAL : fewPrograms.toString());
        return builder;
    }

    private static void send(Process process, int limit, String... words) throws IOException {
        HostCommand command =
                new HostCommand(
                        List.of(words),
                        List.of("/no/such/folder"),
                        Duration.ofSeconds(limit),
                        10_000);
        send(process, command);
    }

    private static void send(Process process, HostCommand command) throws IOException {
        try (var input = process.getOutputStream()) {
            input.write(CommandScript.of(command).getBytes(StandardCharsets.UTF_8));
        }
    }

    private Ran run(Shell shell, int limit, String... words) throws Exception {
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        Process process =
                shell(shell).redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
        send(process, limit, words);
        assertEnds(process);
        return new Ran(process.exitValue(), Files.readString(output), Files.readString(errors));
    }

    private static void assertEnds(Process process) throws InterruptedException {
        boolean ended = process.waitFor(30, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as("it ends").isTrue();
    }

    /** Waits for the end of all that was started with that argument. */
    private static void assertGone(int argument) throws Exception {
        List<ProcessHandle> left =
                ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info()
                                        .commandLine()
                                        .filter(line -> line.contains(" " + argument))
                                        .isPresent())
                        .toList();
        for (ProcessHandle process : left) {
            // What was killed may need a moment to be gone; what was not would never be.
            process.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @MethodSource("shells")
    void handsEveryArgumentOverAsItIs(Shell shell) throws Exception {
        Ran ran =
                run(
                        shell,
                        30,
                        "printf",
                        "<%s>",
                        "a b",
                        "it's",
                        "$(id)",
                        "`id`",
                        "*",
                        "\\",
                        "",
                        "two\nlines",
                        "-x; reboot",
                        "%s }");

        assertThat(ran)
                .isEqualTo(
                        new Ran(
                                0,
                                "<a b><it's><$(id)><`id`><*><\\><><two\nlines><-x; reboot><%s }>",
                                ""));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void givesTheCommandNothingToRead(Shell shell) throws Exception {
        assertThat(run(shell, 30, "cat")).isEqualTo(new Ran(0, "", ""));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void handsOverWhatTheCommandIsToRead(Shell shell) throws Exception {
        String input = "it's $(id) ${HOME} \\n `id`\n\n" + "ä line\n".repeat(20_000) + "end";
        Process process = shell(shell).start();
        send(
                process,
                new HostCommand(
                        List.of("sh", "-c", "cat; exit 3"),
                        List.of("/no/such/folder"),
                        input,
                        Duration.ofSeconds(30),
                        10_000));

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(input);
        assertEnds(process);
        assertThat(process.exitValue()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("shells")
    void endsWhatHangsBeforeItHasReadAll(Shell shell) throws Exception {
        int seconds = SECONDS.incrementAndGet();
        Process process = shell(shell).start();
        send(
                process,
                new HostCommand(
                        List.of("sh", "-c", "sleep " + seconds),
                        List.of("/no/such/folder"),
                        "line\n".repeat(100_000),
                        Duration.ofSeconds(1),
                        10_000));

        assertEnds(process);
        assertThat(process.exitValue()).isEqualTo(128 + 15);
        assertGone(seconds);
    }

    @ParameterizedTest
    @MethodSource("shells")
    void endsAsTheCommandDoes(Shell shell) throws Exception {
        assertThat(run(shell, 30, "sh", "-c", "echo said; echo wrong >&2; exit 3"))
                .isEqualTo(new Ran(3, "said\n", "wrong\n"));
        assertThat(run(shell, 30, "no-such-plugin").status()).isEqualTo(127);
        assertThat(run(shell, 30, "no-such-plugin").errors()).contains("no-such-plugin");
        assertThat(run(shell, 30, "/etc/passwd").status()).isEqualTo(126);
        assertThat(run(shell, 30, "sh", "-c", "kill -SEGV $$").status()).isEqualTo(128 + 11);
    }

    @ParameterizedTest
    @MethodSource("shells")
    void endsWhatHangsWithWhatItStarted(Shell shell) throws Exception {
        int seconds = SECONDS.incrementAndGet();
        String sleep = "sleep " + seconds;
        Ran ran = run(shell, 1, "sh", "-c", "echo begun; %s & %s".formatted(sleep, sleep));

        assertThat(ran.status()).isEqualTo(128 + 15);
        assertThat(ran.output()).isEqualTo("begun\n");
        assertGone(seconds);
    }

    @ParameterizedTest
    @MethodSource("shells")
    void killsWhatDoesNotHeedThat(Shell shell) throws Exception {
        int seconds = SECONDS.incrementAndGet();
        Ran ran = run(shell, 1, "sh", "-c", "trap '' TERM; sleep %d; exit 0".formatted(seconds));

        assertThat(ran.status()).isEqualTo(128 + 15);
        assertGone(seconds);
    }

    @ParameterizedTest
    @MethodSource("shells")
    void takesNoStateFromWhatEndsInItsOwnWayWhenItsTimeIsOver(Shell shell) throws Exception {
        int seconds = SECONDS.incrementAndGet();
        Ran ran =
                run(
                        shell,
                        2,
                        "sh",
                        "-c",
                        "trap 'echo told; exit 0' TERM; sleep %d & wait".formatted(seconds));

        assertThat(ran).isEqualTo(new Ran(128 + 15, "told\n", ""));
        assertGone(seconds);
    }

    @ParameterizedTest
    @MethodSource("shellsWithSetsid")
    void endsOrphansOfWhatHangs(Shell shell) throws Exception {
        int seconds = SECONDS.incrementAndGet();
        String sleep = "sleep " + seconds;
        run(shell, 1, "sh", "-c", "(%s &); %s".formatted(sleep, sleep));

        assertGone(seconds);
    }

    @ParameterizedTest
    @MethodSource("shellsWithSetsid")
    void endsGroupsWithinWhatHangs(Shell shell) throws Exception {
        int seconds = SECONDS.incrementAndGet();
        run(shell, 1, "sh", "-c", "timeout %1$d sleep %1$d & wait".formatted(seconds));

        assertGone(seconds);
    }

    @ParameterizedTest
    @MethodSource("shellsWithSetsid")
    void endsWhatTheCommandLeavesBehind(Shell shell) throws Exception {
        int seconds = SECONDS.incrementAndGet();

        assertThat(run(shell, 30, "sh", "-c", "sleep %d & echo done; exit 1".formatted(seconds)))
                .isEqualTo(new Ran(1, "done\n", ""));
        assertGone(seconds);
    }

    @ParameterizedTest
    @MethodSource("shells")
    void watchesNoLongerThanTheCommandRuns(Shell shell) throws Exception {
        int limit = SECONDS.incrementAndGet();

        assertThat(run(shell, limit, "printf", "done").output()).isEqualTo("done");
        assertGone(limit);
    }

    @ParameterizedTest
    @MethodSource("shells")
    void endsEverythingWhenItIsAskedTo(Shell shell) throws Exception {
        int limit = SECONDS.incrementAndGet();
        int seconds = SECONDS.incrementAndGet();
        Process process = shell(shell).start();
        send(process, limit, "sh", "-c", "echo begun; sleep %d".formatted(seconds));
        assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("begun");
        process.destroy();
        assertEnds(process);

        assertThat(process.exitValue()).isEqualTo(128 + 15);
        assertGone(seconds);
        assertGone(limit);
    }
}
