package dev.cadastre.change.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.run.BundledScript;
import dev.cadastre.change.run.HostSession;
import dev.cadastre.change.run.RunSecrets;
import dev.cadastre.change.run.StopSignal;
import dev.cadastre.change.run.Trace;
import dev.cadastre.change.script.Script;
import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.change.script.ScriptAnswer.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The distribution's sudo, over its sshd. */
final class SudoTest {

    private static final String ALL_SHELLS = "dev.cadastre.change.host.Shells#all";
    private static final String FREE = "cadastre-ops ALL=(ALL) NOPASSWD: ALL";
    private static final String ASKS = "cadastre-ops ALL=(ALL) ALL";

    @TempDir Path folder;
    private final List<Boolean> asked = Collections.synchronizedList(new ArrayList<>());

    private RunSecrets giving(String... passwords) {
        Deque<String> left = new ArrayDeque<>(List.of(passwords));
        return new RunSecrets((name, wasWrong) -> {
            assertThat(name).isEqualTo("sudo");
            asked.add(wasWrong);
            return left.poll();
        });
    }

    private HostSession session(SshHost host, String shell, RunSecrets secrets) throws IOException {
        return new ShellSession(host.shell(), secrets, new HostPrograms(Shells.in(folder, shell)));
    }

    private static HostSession.Opening open(HostSession session, BundledScript... scripts) {
        return session.open(Samples.bundle(scripts), Samples.lock("42"), () -> {});
    }

    private static BundledScript tellsWho(int number, @Nullable String as) {
        return Samples.bundled(
                number,
                Script.of(
                        "trial try; fine \"looked as $(id -un) in $(pwd)\"",
                        "echo ran as $(id -un); cat",
                        Map.of()),
                as);
    }

    static Stream<String> sudoers() {
        return Stream.of(
                FREE, ASKS, "Defaults requiretty\n" + ASKS, "Defaults requiretty\n" + FREE);
    }

    @ParameterizedTest
    @MethodSource("sudoers")
    void looksAndRunsAsOthers(String sudoers) throws IOException {
        try (SshHost host = SshHost.start(folder, "/bin/sh", sudoers)) {
            HostSession session = session(host, "dash", giving(SshHost.PASSWORD));
            BundledScript plain = tellsWho(1, null);
            BundledScript app = tellsWho(2, SshHost.APP);
            BundledScript root = tellsWho(3, "root");

            HostSession.Opening opening = open(session, plain, app, root);

            assertThat(opening).isInstanceOf(HostSession.Opened.class);
            Map<Integer, ScriptAnswer> answers = ((HostSession.Opened) opening).answers();
            assertThat(Samples.of(answers, 1).reason()).startsWith("looked as cadastre-ops ");
            assertThat(Samples.of(answers, 2).reason())
                    .isEqualTo("looked as cadastre-app in " + folder.resolve("app"));
            assertThat(Samples.of(answers, 3).reason()).isEqualTo("looked as root in /root");
            assertRan(session, app, SshHost.APP, Samples.of(answers, 2).basis());
            assertRan(session, root, "root", Samples.of(answers, 3).basis());
            assertRan(session, plain, SshHost.OPS, Samples.of(answers, 1).basis());
            assertThat(asked).isEqualTo(sudoers.contains("NOPASSWD") ? List.of() : List.of(false));
        }
    }

    private static void assertRan(
            HostSession session, BundledScript script, String account, String basis) {
        BundledScript reading =
                new BundledScript(
                        script.number(),
                        script.script().reading("what it reads\r\n\3\4\n".getBytes(UTF_8)),
                        script.as(),
                        script.limit(),
                        false);
        StringBuilder shown = new StringBuilder();
        HostSession.Running running = session.run(reading, basis, shown::append, new StopSignal());
        assertThat(running).isInstanceOf(HostSession.Answered.class);
        assertThat(((HostSession.Answered) running).answer().kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(shown.toString()).isEqualTo("ran as " + account + "\nwhat it reads\r\n\3\4\n");
    }

    @ParameterizedTest
    @MethodSource(ALL_SHELLS)
    void bringsAllBytesUnderEachShell(String shell) throws IOException {
        try (SshHost host = SshHost.start(folder, "/bin/sh", ASKS)) {
            HostSession session = session(host, shell, giving(SshHost.PASSWORD));
            byte[] payload = new byte[1 << 20];
            new Random(7).nextBytes(payload);
            Path target = folder.resolve("app/target");
            Script script = Samples.writes(target.toString()).reading(payload);
            BundledScript writes = Samples.bundled(1, script, SshHost.APP);

            assertThat(open(session, writes)).isInstanceOf(HostSession.Opened.class);
            HostSession.Running running = session.run(writes, "", text -> {}, new StopSignal());

            assertThat(running).isInstanceOf(HostSession.Answered.class);
            assertThat(((HostSession.Answered) running).answer().kind()).isEqualTo(Kind.CHANGED);
            assertThat(target).hasBinaryContent(payload);
            assertThat(session.release("shop", "42")).isEqualTo(new HostSession.Released(true));
        }
    }

    @ParameterizedTest
    @MethodSource("sudoers")
    void takesNoListOfProcessesForAPrompt(String sudoers) throws IOException {
        try (SshHost host = SshHost.start(folder, "/bin/sh", sudoers)) {
            HostSession session = session(host, "dash", giving(SshHost.PASSWORD));
            Script lists = Samples.does("tr '\\0' ' ' </proc/$PPID/cmdline; ps -ef; ps -ef >&2");
            BundledScript plain = Samples.bundled(1, lists, null);
            BundledScript root = Samples.bundled(2, lists, "root");

            assertThat(open(session, plain, root)).isInstanceOf(HostSession.Opened.class);
            List<Boolean> before = List.copyOf(asked);
            for (BundledScript script : List.of(plain, root, plain, root)) {
                StringBuilder shown = new StringBuilder();
                assertThat(session.run(script, "", shown::append, new StopSignal()))
                        .isInstanceOf(HostSession.Answered.class);
                assertThat(shown.toString()).contains("run.sh");
            }
            assertThat(asked).isEqualTo(before);
        }
    }

    @Test
    void asksOnceMoreIfThePasswordIsWrong() throws IOException {
        try (SshHost host = SshHost.start(folder, "/bin/sh", ASKS)) {
            HostSession session = session(host, "dash", giving("wrong", SshHost.PASSWORD));

            assertThat(open(session, tellsWho(1, "root"))).isInstanceOf(HostSession.Opened.class);
            assertThat(asked).containsExactly(false, true);
        }
    }

    @Test
    void asksOnceMoreWhereSudoTakesOnePasswordOnly() throws IOException {
        try (SshHost host = SshHost.start(folder, "/bin/sh", "Defaults passwd_tries=1\n" + ASKS)) {
            HostSession session = session(host, "dash", giving("wrong", SshHost.PASSWORD));

            assertThat(open(session, tellsWho(1, "root"))).isInstanceOf(HostSession.Opened.class);
            assertThat(asked).containsExactly(false, true);
        }
    }

    @Test
    void givesUpAfterTwoWrongPasswords() throws IOException {
        try (SshHost host = SshHost.start(folder, "/bin/sh", ASKS)) {
            assertRefused(host, giving("wrong", "wrong too", "never"), "wrong-password");
            assertThat(asked).containsExactly(false, true);
        }
    }

    @Test
    void refusesIfNobodyGivesAPassword() throws IOException {
        try (SshHost host = SshHost.start(folder, "/bin/sh", ASKS)) {
            assertRefused(host, giving(), "wrong-password");
            assertThat(asked).containsExactly(false);
        }
    }

    @Test
    void refusesIfSudoDoesNotAllowIt() throws IOException {
        try (SshHost host = SshHost.start(folder, "/bin/sh", "root ALL=(ALL) ALL")) {
            assertRefused(host, giving(SshHost.PASSWORD), "not-allowed");
        }
    }

    private void assertRefused(SshHost host, RunSecrets secrets, String code) throws IOException {
        assertThat(open(session(host, "dash", secrets), tellsWho(1, "root")))
                .isInstanceOfSatisfying(
                        HostSession.Refused.class,
                        refused -> assertThat(refused.code()).as("%s", refused).isEqualTo(code));
    }

    @Test
    void refusesAnAccountThatIsNotThere() throws IOException {
        try (SshHost host = SshHost.start(folder, "/bin/sh", FREE)) {
            HostSession session = session(host, "dash", giving());
            BundledScript late = tellsWho(1, "no-such-account");
            open(session, late);

            assertThat(session.run(late, "", text -> {}, new StopSignal()))
                    .isInstanceOfSatisfying(
                            HostSession.Refused.class,
                            refused -> assertThat(refused.code()).isEqualTo("no-account"));
        }
    }

    @ParameterizedTest
    @MethodSource("sudoers")
    void becomesAnAccountThatAScriptBeforeHasMade(String sudoers) throws IOException {
        try (SshHost host = SshHost.start(folder, "/bin/sh", sudoers)) {
            HostSession session = session(host, "dash", giving(SshHost.PASSWORD));
            BundledScript makes =
                    Samples.bundled(1, Samples.does("useradd -M -d / cadastre-late"), "root");
            BundledScript late =
                    Samples.bundled(
                            2,
                            tellsWho(2, "cadastre-late").script().reading("read".getBytes(UTF_8)),
                            "cadastre-late");

            HostSession.Opened opened = (HostSession.Opened) open(session, makes, late);
            ScriptAnswer looked = Samples.of(opened.answers(), 2);
            assertThat(looked.kind()).isEqualTo(Kind.WOULD_CHANGE);
            assertThat(looked.code()).isEqualTo("no-account");
            assertThat(looked.basis()).isEmpty();
            session.run(makes, "", text -> {}, new StopSignal());
            StringBuilder shown = new StringBuilder();
            HostSession.Running running = session.run(late, "", shown::append, new StopSignal());

            assertThat(running).as("%s", shown).isInstanceOf(HostSession.Answered.class);
            assertThat(shown.toString()).contains("ran as cadastre-late").contains("read");
        }
    }

    @Test
    void showsThePasswordToNobody() throws IOException {
        try (SshHost host = SshHost.start(folder, "/bin/sh", ASKS)) {
            HostSession session = session(host, "mksh", giving(SshHost.PASSWORD));
            BundledScript spies =
                    Samples.bundled(
                            1,
                            Samples.does(
                                    "cat /proc/[0-9]*/cmdline /proc/[0-9]*/environ | tr '\\0'"
                                            + " '\\n'"),
                            "root");
            StringBuilder shown = new StringBuilder();
            open(session, spies);

            HostSession.Running running = session.run(spies, "", shown::append, new StopSignal());

            assertThat(running).isInstanceOf(HostSession.Answered.class);
            assertThat(shown.toString()).contains("sudo").doesNotContain(SshHost.PASSWORD);
            try (Stream<Path> files = Files.walk(host.home())) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .doesNotContain(SshHost.PASSWORD);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sudoers")
    void endsWhatIsStoppedAsAnother(String sudoers) throws IOException {
        try (SshHost host = SshHost.start(folder, "/bin/sh", sudoers)) {
            HostSession session = session(host, "dash", giving(SshHost.PASSWORD));
            BundledScript slow = Samples.bundled(1, Samples.does("echo $$; sleep 300"), "root");
            open(session, slow);
            StopSignal stop = new StopSignal();
            StringBuilder shown = new StringBuilder();

            HostSession.Running running =
                    session.run(
                            slow,
                            "",
                            text -> {
                                shown.append(text);
                                stop.give();
                            },
                            stop);

            assertThat(running).isEqualTo(new HostSession.Stopped());
            String pid = shown.toString().lines().toList().get(0).strip();
            Processes.assertGone(pid);
            assertThat(((HostSession.Opened) open(session, slow)).traces().get(1))
                    .isInstanceOf(Trace.Answered.class);
        }
    }

    @ParameterizedTest
    @MethodSource("sudoers")
    void endsLooksAsAnotherThatTakeTooLong(String sudoers) throws IOException {
        try (SshHost host = SshHost.start(folder, "/bin/sh", sudoers)) {
            Path process = folder.resolve("process");
            Script hangs =
                    Script.of("echo $$ >\"$path\"; sleep 300", "", Map.of("path", process + ""));
            HostSession session =
                    new ShellSession(
                            host.shell(),
                            giving(SshHost.PASSWORD),
                            new HostPrograms("/bin/sh"),
                            Duration.ofSeconds(3));

            HostSession.Looking looking =
                    session.look(Samples.bundle(Samples.bundled(1, hangs, "root")));

            if (looking instanceof HostSession.Looked looked) {
                assertThat(Samples.of(looked.answers(), 1).kind()).isEqualTo(Kind.BROKEN);
            } else {
                assertThat(looking).isInstanceOf(HostSession.OutOfReach.class);
            }
            Processes.assertGone(Files.readString(process).strip());
        }
    }

    @ParameterizedTest
    @MethodSource("sudoers")
    void goesOnAsAnotherWhenTheConnectionIsLost(String sudoers) throws Exception {
        try (SshHost host = SshHost.start(folder, "/bin/sh", sudoers)) {
            Path way = folder.resolve("way");
            assertThat(new ProcessBuilder("mkfifo", way.toString()).start().waitFor()).isZero();
            HostSession session = session(host, "dash", giving(SshHost.PASSWORD));
            BundledScript waits =
                    Samples.bundled(
                            1,
                            Script.of(
                                    "always wait",
                                    "echo here; cat \"$way\" >/dev/null; echo over",
                                    Map.of("way", way.toString())),
                            "root");
            open(session, waits);
            CompletableFuture<HostSession.Running> running = new CompletableFuture<>();
            CompletableFuture<Void> isThere = new CompletableFuture<>();
            new Thread(() ->
                    running.complete(
                            session.run(
                                    waits, "", text -> isThere.complete(null), new StopSignal())))
                    .start();
            isThere.join();

            host.dropConnections();

            assertThat(running.join()).isInstanceOf(HostSession.OutOfReach.class);
            assertThat(opened(session, waits).traces()).containsEntry(1, new Trace.Running());
            Path begun = host.home().resolve(".cadastre/bundles/shop/state/01.begun");
            ProcessHandle caller =
                    ProcessHandle.of(Long.parseLong(Files.readString(begun).split(" ", -1)[1]))
                            .orElseThrow();
            Files.writeString(way, "go on\n");
            caller.onExit().join();
            assertThat(opened(session, waits).traces().get(1))
                    .isInstanceOfSatisfying(
                            Trace.Answered.class,
                            trace -> {
                                assertThat(trace.answer().kind()).isEqualTo(Kind.CHANGED);
                                assertThat(trace.answer().output()).endsWith("here\nover\n");
                            });
        }
    }

    private static HostSession.Opened opened(HostSession session, BundledScript script) {
        HostSession.Opening opening = open(session, script);
        assertThat(opening).isInstanceOf(HostSession.Opened.class);
        return (HostSession.Opened) opening;
    }
}
