package dev.cadastre.change.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.run.Bundle;
import dev.cadastre.change.run.BundledScript;
import dev.cadastre.change.run.HostSession;
import dev.cadastre.change.run.Lock;
import dev.cadastre.change.run.RunSecrets;
import dev.cadastre.change.run.Secrets;
import dev.cadastre.change.run.StopSignal;
import dev.cadastre.change.run.Trace;
import dev.cadastre.change.script.Script;
import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.change.script.ScriptAnswer.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is done in a bundle, by real shells. */
final class BundleTest extends ShellBundles {

    @ParameterizedTest
    @MethodSource(ALL_SHELLS)
    void looksAndLeavesNothingBehind(String shell) throws IOException {
        Bundle bundle =
                Samples.bundle(
                        Samples.bundled(1, Samples.writes(folder + "/it's \"one\"")),
                        Samples.bundled(2, Script.of("echo seen; fine 'it is'", ":", Map.of())));

        HostSession.Looking looking = session(shell).look(bundle);

        assertThat(looking).isInstanceOf(HostSession.Looked.class);
        Map<Integer, ScriptAnswer> answers = ((HostSession.Looked) looking).answers();
        assertThat(answers).containsOnlyKeys(1, 2);
        assertThat(Samples.of(answers, 1).kind()).isEqualTo(Kind.WOULD_CHANGE);
        assertThat(Samples.of(answers, 2).reason()).isEqualTo("it is");
        assertThat(Samples.of(answers, 1).output()).isEmpty();
        assertThat(Samples.of(answers, 2).output()).isEqualTo("seen\n");
        assertThat(home).isEmptyDirectory();
    }

    @ParameterizedTest
    @MethodSource(ALL_SHELLS)
    void endsLooksThatTakeTooLongWhetherOrNotAnybodyListens(String shell) throws IOException {
        Path process = folder.resolve("process");
        Script hangs = Script.of("echo $$ >'" + process + "'; sleep 300", "", Map.of());
        HostSession session =
                new ShellSession(
                        new LocalShell(Map.of("HOME", home.toString())),
                        new RunSecrets(Secrets.NONE),
                        new HostPrograms(Shells.in(folder, shell)),
                        Duration.ofSeconds(1));

        assertThat(session.look(Samples.bundle(Samples.bundled(1, hangs))))
                .isEqualTo(new HostSession.OutOfReach("it took longer than 1 s, and was ended"));
        Processes.assertGone(Files.readString(process).strip());
    }

    @ParameterizedTest
    @MethodSource(ALL_SHELLS)
    void opensRunsAndReleases(String shell) throws IOException {
        Path target = folder.resolve("target");
        byte[] payload = "päyload\n".getBytes(UTF_8);
        Script script = Samples.writes(target.toString()).reading(payload);
        BundledScript bundled = Samples.bundled(3, script);
        AtomicInteger locked = new AtomicInteger();
        StringBuilder shown = new StringBuilder();

        try (HostSession session = session(shell)) {
            assertThat(session.reach()).isInstanceOf(HostSession.Reached.class);
            HostSession.Opening opening =
                    session.open(
                            Samples.bundle(bundled), Samples.lock("42"), locked::incrementAndGet);
            assertThat(opening).isInstanceOf(HostSession.Opened.class);
            ScriptAnswer look = Samples.of(((HostSession.Opened) opening).answers(), 3);
            ScriptAnswer done =
                    answer(session.run(bundled, look.basis(), shown::append, new StopSignal()));

            assertThat(locked).hasValue(1);
            assertThat(done.kind()).as("%s", done).isEqualTo(Kind.CHANGED);
            assertThat(target).hasBinaryContent(payload);
            assertThat(shown.toString()).isEqualTo("writing\n");
            assertThat(Files.getPosixFilePermissions(directory()))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
            assertThat(directory().resolve("jobs/03.sh")).exists();
            assertThat(run(session, bundled, "").kind()).isEqualTo(Kind.UNCHANGED);
            assertThat(run(session, bundled, "sha256:ab").kind()).isEqualTo(Kind.STALE);
            assertThat(session.release("shop", "41")).isEqualTo(new HostSession.Released(false));
            assertThat(session.release("shop", "42")).isEqualTo(new HostSession.Released(true));
            assertThat(session.release("shop", "42")).isEqualTo(new HostSession.Released(false));
        }
        assertThat(home.resolve(".cadastre/bundles")).isEmptyDirectory();
    }

    @ParameterizedTest
    @MethodSource(ALL_SHELLS)
    void tellsAllOfSomebodyElsesLock(String shell) throws IOException {
        opened(session(shell), Samples.bundle());
        AtomicInteger locked = new AtomicInteger();

        HostSession.Opening second =
                session(shell).open(Samples.bundle(), Samples.lock("43"), locked::incrementAndGet);

        Lock lock = Samples.lock("42");
        assertThat(second)
                .isEqualTo(
                        new HostSession.Blocked(
                                new Lock("42", lock.who(), lock.since(), "shop: it's the 3rd time"),
                                directory().toString()));
        assertThat(locked).hasValue(0);
    }

    @ParameterizedTest
    @MethodSource(ALL_SHELLS)
    void leavesWhatPeopleEdited(String shell) throws IOException {
        Script first = Script.of("fine first", ":", Map.of());
        Script second = Script.of("fine second", ":", Map.of());
        opened(session(shell), Samples.bundle(Samples.bundled(1, first)));
        Path job = directory().resolve("jobs/01.sh");
        Files.writeString(job, Files.readString(job).replace("fine first", "fine edited"));

        HostSession again = session(shell);
        HostSession.Opened opened =
                opened(
                        again,
                        Samples.bundle(Samples.bundled(1, first), Samples.bundled(2, second)));

        assertThat(Samples.of(opened.answers(), 1).reason()).isEqualTo("edited");
        assertThat(Samples.of(opened.answers(), 2).reason()).isEqualTo("second");
        assertThat(opened.traces())
                .isEqualTo(Map.of(1, new Trace.NeverBegun(), 2, new Trace.NeverBegun()));
        assertThat(run(again, Samples.bundled(1, first), "").reason()).isEqualTo("edited");
    }

    @ParameterizedTest
    @MethodSource(ALL_SHELLS)
    void knowsHowACallEnded(String shell) throws IOException {
        BundledScript fails = Samples.bundled(1, Samples.does("echo no >&2; exit 3"));
        BundledScript never = Samples.bundled(2, Samples.does(":"));
        HostSession session = session(shell);
        opened(session, Samples.bundle(fails, never));
        ScriptAnswer answer = run(session, fails, "");

        HostSession.Opened again = opened(session(shell), Samples.bundle(fails, never));

        assertThat(answer.kind()).isEqualTo(Kind.FAILED);
        assertThat(answer.output()).isEqualTo("no\n");
        assertThat(again.traces().get(1)).isEqualTo(new Trace.Answered(answer));
        assertThat(again.traces().get(2)).isEqualTo(new Trace.NeverBegun());
    }

    @ParameterizedTest
    @MethodSource(ALL_SHELLS)
    void takesNoOtherProcessForACallThatARebootCut(String shell) throws IOException {
        BundledScript slow = Samples.bundled(1, Samples.does("sleep 300 & echo here; wait"));
        Path begun = directory().resolve("state/01.begun");
        HostSession session = session(shell);
        opened(session, Samples.bundle(slow));

        HostSession.Running running =
                session.run(slow, "", text -> powerOff(caller(begun)), new StopSignal());
        String[] words = Files.readString(begun).split(" ", -1);
        Files.writeString(
                begun, "%s %d %s".formatted(words[0], ProcessHandle.current().pid(), words[2]));
        HostSession.Opened again = opened(session(shell), Samples.bundle(slow));

        assertThat(running).isInstanceOf(HostSession.OutOfReach.class);
        assertThat(again.traces().get(1))
                .isInstanceOfSatisfying(
                        Trace.Answered.class,
                        trace -> assertThat(trace.answer().kind()).isEqualTo(Kind.BROKEN));
    }

    @ParameterizedTest
    @MethodSource(ALL_SHELLS)
    void beginsNothingTwiceThatIsStillAtWork(String shell) throws Exception {
        Path gate = folder.resolve("gate");
        BundledScript waits =
                Samples.bundled(
                        1,
                        Script.of(
                                "always 'do it'",
                                "echo here; while [ ! -e \"$gate\" ]; do sleep 0.1; done",
                                Map.of("gate", gate.toString())));
        CountDownLatch begun = new CountDownLatch(1);
        HostSession session = session(shell);
        opened(session, Samples.bundle(waits));
        CompletableFuture<HostSession.Running> first =
                CompletableFuture.supplyAsync(
                        () -> session.run(waits, "", text -> begun.countDown(), new StopSignal()));
        begun.await();

        HostSession other = session(shell);
        assertThat(opened(other, Samples.bundle(waits)).traces().get(1))
                .isEqualTo(new Trace.Running());
        HostSession.Running again = other.run(waits, "", text -> {}, new StopSignal());
        Files.createFile(gate);

        assertThat(again)
                .isInstanceOfSatisfying(
                        HostSession.Refused.class,
                        refused -> {
                            assertThat(refused.code()).isEqualTo("still-runs");
                            assertThat(refused.reason()).contains("kill -s TERM -- -");
                        });
        assertThat(answer(first.get()).kind()).isEqualTo(Kind.CHANGED);
        assertThat(run(other, waits, "").kind()).isEqualTo(Kind.CHANGED);
    }

    private static ProcessHandle caller(Path begun) {
        try {
            String pid = Files.readString(begun).split(" ", -1)[1];
            return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void powerOff(ProcessHandle caller) {
        List<ProcessHandle> all = caller.descendants().toList();
        caller.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    @ParameterizedTest
    @MethodSource(ALL_SHELLS)
    void showsWhatIsNoTextAndKeepsItPrintable(String shell) throws IOException {
        BundledScript prints =
                Samples.bundled(1, Samples.does("printf 'a\\000\\377\\033[31mb\\n'"));
        StringBuilder shown = new StringBuilder();
        HostSession session = session(shell);
        opened(session, Samples.bundle(prints));

        ScriptAnswer answer = answer(session.run(prints, "", shown::append, new StopSignal()));

        assertThat(answer.kind()).isEqualTo(Kind.CHANGED);
        assertThat(shown.toString()).isEqualTo("a\0\uFFFD\033[31mb\n");
        assertThat(answer.output()).startsWith("a").endsWith("b\n").doesNotContain("\0", "\033");
    }

    @ParameterizedTest
    @MethodSource(ALL_SHELLS)
    void endsWhatTakesTooLong(String shell) throws IOException {
        BundledScript slow =
                new BundledScript(
                        1,
                        Samples.does("echo $$; sleep 300 & echo $!; wait"),
                        null,
                        Duration.ofSeconds(1),
                        false);
        HostSession session = session(shell);
        opened(session, Samples.bundle(slow));
        StringBuilder shown = new StringBuilder();

        assertThat(session.run(slow, "", shown::append, new StopSignal()))
                .isEqualTo(new HostSession.TimedOut());

        assertThat(shown.toString().lines().toList()).hasSize(2);
        shown.toString().lines().forEach(Processes::assertGone);
        assertThat(opened(session(shell), Samples.bundle(slow)).traces().get(1))
                .isInstanceOfSatisfying(
                        Trace.Answered.class,
                        trace -> assertThat(trace.answer().kind()).isEqualTo(Kind.BROKEN));
    }

    @ParameterizedTest
    @MethodSource(ALL_SHELLS)
    void endsWhatIsStopped(String shell) throws IOException {
        BundledScript slow = Samples.bundled(1, Samples.does("echo $$; sleep 300; echo late"));
        HostSession session = session(shell);
        opened(session, Samples.bundle(slow));
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
        Processes.assertGone(shown.toString().lines().toList().get(0));
    }

    @ParameterizedTest
    @MethodSource(ALL_SHELLS)
    void doesNotWaitForWhatIsLeftBehind(String shell) throws IOException {
        BundledScript leaves = Samples.bundled(1, Samples.does("sleep 30 & echo $!"));
        HostSession session = session(shell);
        opened(session, Samples.bundle(leaves));
        StringBuilder shown = new StringBuilder();

        HostSession.Running running = session.run(leaves, "", shown::append, new StopSignal());

        assertThat(answer(running).kind()).isEqualTo(Kind.CHANGED);
        ProcessHandle left =
                ProcessHandle.of(Long.parseLong(shown.toString().strip())).orElseThrow();
        left.destroyForcibly();
    }
}
