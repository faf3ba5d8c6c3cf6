package dev.cadastre.change.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.cadastre.change.script.Payload;
import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.change.script.ScriptAnswer.Kind;
import dev.cadastre.change.script.ScriptRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands, tests and waiting. */
class CommandTest {

    private static final String SHELLS = "dev.cadastre.change.script.Shells#all";

    @TempDir private Path folder;

    @ParameterizedTest
    @MethodSource(SHELLS)
    void runsACommandWithoutAGuardEachTime(String shell) throws Exception {
        RunCommand command =
                new RunCommand(
                        "echo \"it's $((1+1))\"; pwd; echo x >>file", "", "", host().toString());
        TreeState before = TreeState.of(host());
        ScriptAnswer looked = run(shell).look(command.script(Parts.none()));
        assertThat(looked.kind()).isEqualTo(Kind.WOULD_CHANGE);
        assertThat(TreeState.of(host())).isEqualTo(before);
        for (int i = 0; i < 2; i++) {
            ScriptAnswer answer = run(shell).apply(command.script(Parts.none()));
            assertThat(answer.kind()).isEqualTo(Kind.CHANGED);
            assertThat(answer.output()).isEqualTo("it's 2\n" + host() + "\n");
        }
        assertThat(host().resolve("file")).hasContent("x\nx\n");
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void runsAGuardedCommandOnceAndSeesThatItTookEffect(String shell) throws Exception {
        Path file = host().resolve("a file");
        RunCommand creates =
                new RunCommand("echo x >'a file'", "", file.toString(), host().toString());
        Rounds.changes(run(shell), host(), creates.script(Parts.none()));
        assertThat(run(shell).look(creates.script(Parts.none())).reason())
                .isEqualTo(file + " is there");

        RunCommand unless =
                new RunCommand("echo y >>'a file'", "grep -q y 'a file'", "", host().toString());
        Rounds.changes(run(shell), host(), unless.script(Parts.none()));
        assertThat(file).hasContent("x\ny\n");

        RunCommand idle = new RunCommand("true", "grep -q z 'a file'", "", host().toString());
        ScriptAnswer answer = run(shell).apply(idle.script(Parts.none()));
        assertThat(answer.kind()).isEqualTo(Kind.FAILED);
        assertThat(answer.reason()).isEqualTo("It did not take effect: run true");
        RunCommand missing = new RunCommand("true", "", "", host() + "/none");
        assertThat(run(shell).look(missing.script(Parts.none())).code()).isEqualTo("no-folder");
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void tellsTheStatusOfACommandThatFails(String shell) throws Exception {
        ScriptAnswer answer =
                run(shell)
                        .apply(
                                RunCommand.of("printf 'a\\0\\377b\\n' >&2; exit 10")
                                        .script(Parts.none()));
        assertThat(answer.kind()).isEqualTo(Kind.FAILED);
        assertThat(answer.reason()).startsWith("It ended with status 10: printf");
        assertThat(answer.output()).isEqualTo("a\ufffdb\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "NAGIOS | echo 'OK - all'                     | UNCHANGED | OK - all",
                "NAGIOS | echo 'slow'; exit 1                 | FAILED    | WARNING: slow",
                "NAGIOS | echo 'down'; exit 2                 | FAILED    | CRITICAL: down",
                "NAGIOS | echo 'CRITICAL - no disk'; exit 2   | FAILED    | CRITICAL - no disk",
                "NAGIOS | echo 'CRITICALLY low'; exit 2       | FAILED    | \"CRITICAL: CRITICALLY low\"",
                "NAGIOS | echo 'eh'; exit 3                   | FAILED    | UNKNOWN: eh",
                "NAGIOS | exit 77                             | FAILED    | \"It ended with status 77: \"",
                "NAGIOS | no-such-program                     | FAILED    | \"no-such-program cannot be found, or its interpreter cannot\"",
                "TAP    | echo 1..2; echo ok 1; echo ok 2     | UNCHANGED | 2 tests are passed",
                "TAP    | echo ok; echo ok; echo 1..2         | UNCHANGED | 2 tests are passed",
                "TAP    | echo 1..1; echo 'not ok 1 - door'   | FAILED    | \"1 of 1 failed: not ok 1 - door\"",
                "TAP    | echo 1..1; echo 'not ok 1 # TODO x' | UNCHANGED | 1 tests are passed",
                "TAP    | echo 1..0 # skipped                 | UNCHANGED | 0 tests are passed",
                "TAP    | echo 1..3; echo ok                  | FAILED    | \"3 tests were planned, and 1 were run\"",
                "TAP    | echo ok                             | FAILED    | it tells no plan (1..N)",
                "TAP    | echo 1..1; echo 'Bail out! no disk' | FAILED    | Bail out! no disk",
                "TAP    | echo 1..1; echo ok; exit 4          | FAILED    | it ended with status 4",
            })
    void judgesTests(RunTest.Form form, String command, Kind kind, String reason) throws Exception {
        ScriptAnswer answer =
                run("dash").apply(RunTest.command(command).in(form).script(Parts.none()));
        assertThat(answer.kind()).as(answer.toString()).isEqualTo(kind);
        assertThat(answer.reason()).isEqualTo(reason);
    }

    @Test
    void aTestThatFailedHasChangedNothingAndIsUndoneByNothing() throws Exception {
        RunTest test = RunTest.command("echo no; exit 2");
        ScriptAnswer failed = run("dash").apply(test.script(Parts.none()));
        assertThat(failed.kind()).isEqualTo(Kind.FAILED);
        assertThat(failed.wishes()).isEmpty();

        ScriptAnswer undone = run("dash").apply(test.undo(Parts.none(), failed.before()));
        assertThat(undone.kind()).as(undone.toString()).isEqualTo(Kind.UNCHANGED);
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void sendsATestAndLeavesNothingBehind(String shell) throws Exception {
        RunTest test = RunTest.file("smoke", "a b", "$(touch pwned)", "it's").toleratingWarnings();
        Parts parts = Parts.none().file("smoke", "#!/bin/sh -u\necho \"$#:$1:$2:$3\"\nexit 1\n");
        ScriptRun run = run(shell).with("HOME", host().toString());

        ScriptAnswer looked = run.look(test.script(parts));
        assertThat(looked.kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(looked.reason()).isEqualTo("smoke will be run");
        assertThat(looked.lacks()).containsExactly("smoke");
        ScriptAnswer answer =
                run.apply(test.narrowed(test.script(parts), parts, looked), looked.basis());
        assertThat(answer.kind()).as(answer.toString()).isEqualTo(Kind.UNCHANGED);
        assertThat(answer.reason()).isEqualTo("WARNING: 3:a b:$(touch pwned):it's");
        assertThat(host()).isEmptyDirectory();

        answer = run.apply(test.script(parts).reading(new byte[3]));
        assertThat(answer.code()).isEqualTo("incomplete");
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void findsWhatItWaitsFor(String shell) throws Exception {
        HttpServer web =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext(
                "/good",
                exchange -> {
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        web.start();
        try {
            int port = web.getAddress().getPort();
            Path file = Files.writeString(host().resolve("a file"), "");
            for (WaitFor wait :
                    new WaitFor[] {
                        wait(WaitFor.Form.PORT, "127.0.0.1:" + port),
                        wait(WaitFor.Form.URL, "http://127.0.0.1:" + port + "/good"),
                        wait(WaitFor.Form.FILE, file.toString()),
                        wait(WaitFor.Form.ABSENCE, file + "s")
                    }) {
                ScriptAnswer answer = run(shell).apply(wait.script(Parts.none()));
                assertThat(answer.kind()).as(answer.toString()).isEqualTo(Kind.UNCHANGED);
                assertThat(answer.reason()).endsWith("was there after 0 s");
            }
            ScriptAnswer answer =
                    run(shell)
                            .apply(
                                    wait(WaitFor.Form.URL, "http://127.0.0.1:" + port + "/bad")
                                            .script(Parts.none()));
            assertThat(answer.kind()).isEqualTo(Kind.FAILED);
            assertThat(answer.reason()).contains("/bad was not there within 0 s").contains("404");
        } finally {
            web.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"nc", "bash", "curl", "python3", "wget"})
    void triesAPortByWhateverProgramThereIs(String program) throws Exception {
        Path programs = Files.createDirectories(folder.resolve("programs"));
        for (String name :
                new String[] {
                    "dash",
                    "sh",
                    "sed",
                    "awk",
                    "tr",
                    "id",
                    "ls",
                    "sha256sum",
                    "rm",
                    "sleep",
                    "grep",
                    "cat",
                    "timeout",
                    program
                }) {
            Path real = Path.of("/usr/bin").resolve(name);
            if (program.equals("nc") && name.equals("nc")) {
                Files.writeString(
                        programs.resolve("nc"), "#!/bin/sh\nexec /bin/busybox nc \"$@\"\n");
                Files.setAttribute(programs.resolve("nc"), "unix:mode", 0755);
            } else {
                Files.createSymbolicLink(programs.resolve(name), real);
            }
        }
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
            if (!program.equals("wget")) {
                assertThat(port(programs, closed).kind()).isEqualTo(Kind.UNCHANGED);
            }
        }
        ScriptAnswer answer = port(programs, closed);
        assertThat(answer.kind()).as(answer.toString()).isEqualTo(Kind.FAILED);
        assertThat(answer.code()).isEqualTo("not-there");
    }

    /** With no programs but those. */
    private ScriptAnswer port(Path programs, int port) throws Exception {
        var script = wait(WaitFor.Form.PORT, "127.0.0.1:" + port).script(Parts.none());
        var only =
                new dev.cadastre.change.script.Script(
                        "PATH=" + programs + "\n" + script.look(),
                        script.act(),
                        script.variables(),
                        Payload.NOTHING);
        return run("dash").apply(only);
    }

    @Test
    void waitsUntilItIsThere() throws Exception {
        Path file = host().resolve("late");
        Process later =
                new ProcessBuilder("sh", "-c", "sleep 1; : >\"$1\"", "sh", file.toString()).start();
        ScriptAnswer answer =
                run("dash")
                        .apply(
                                new WaitFor(
                                                WaitFor.Form.FILE,
                                                file.toString(),
                                                Duration.ofSeconds(60))
                                        .script(Parts.none()));
        assertThat(answer.kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(later.waitFor()).isZero();
    }

    private static WaitFor wait(WaitFor.Form form, String what) {
        return new WaitFor(form, what, Duration.ZERO);
    }

    private Path host() throws IOException {
        return Files.createDirectories(folder.resolve("host"));
    }

    private ScriptRun run(String shell) throws IOException {
        return new ScriptRun(shell, folder.resolve("run"));
    }
}
