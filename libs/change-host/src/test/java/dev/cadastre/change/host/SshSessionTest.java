package dev.cadastre.change.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.run.Bundle;
import dev.cadastre.change.run.BundledScript;
import dev.cadastre.change.run.HostSession;
import dev.cadastre.change.run.RunSecrets;
import dev.cadastre.change.run.Secrets;
import dev.cadastre.change.run.StopSignal;
import dev.cadastre.change.run.Trace;
import dev.cadastre.change.script.ScriptAnswer.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over the distribution's sshd. */
final class SshSessionTest {

    private static final int RACES = 100;

    @TempDir static Path folder;
    private static SshHost host;

    @BeforeAll
    static void start() throws IOException {
        host = SshHost.start(folder, "/bin/sh", "root ALL=(ALL) ALL");
    }

    @AfterAll
    static void end() {
        host.close();
    }

    private static HostSession session() {
        return new ShellHosts(name -> host.shell(), new RunSecrets(Secrets.NONE)).session("web1");
    }

    private static HostSession.Opening open(
            HostSession session, String run, String name, BundledScript... scripts) {
        return session.open(new Bundle(name, List.of(scripts)), Samples.lock(run), () -> {});
    }

    @ParameterizedTest
    @MethodSource("dev.cadastre.change.host.Shells#all")
    void worksForAccountsWithAnyShell(String shell) throws IOException {
        Path own = Files.createDirectory(folder.resolve("account-" + shell));
        Path program = Path.of(Shells.in(own, shell));
        try (SshHost other = SshHost.start(own, program.toString(), "root ALL=(ALL) ALL");
                HostSession session =
                        ShellHosts.overSsh(
                                        other.connections(),
                                        name -> other.target(),
                                        new RunSecrets(Secrets.NONE))
                                .session("web1")) {
            byte[] payload = new byte[3 << 20];
            new Random(3).nextBytes(payload);
            Path target = other.home().resolve("target");
            BundledScript writes =
                    Samples.bundled(1, Samples.writes(target.toString()).reading(payload));

            assertThat(session.reach()).isEqualTo(new HostSession.Reached());
            assertThat(open(session, "1", "shop", writes)).isInstanceOf(HostSession.Opened.class);
            HostSession.Running running = session.run(writes, "", text -> {}, new StopSignal());

            assertThat(running)
                    .isInstanceOfSatisfying(
                            HostSession.Answered.class,
                            answered ->
                                    assertThat(answered.answer().kind()).isEqualTo(Kind.CHANGED));
            assertThat(target).hasBinaryContent(payload);
            assertThat(session.release("shop", "1")).isEqualTo(new HostSession.Released(true));
        }
    }

    @Test
    void givesTheLockToOneOfTwo() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (HostSession one = session();
                HostSession two = session()) {
            CyclicBarrier start = new CyclicBarrier(2);
            for (int i = 0; i < RACES; i++) {
                Future<HostSession.Opening> first =
                        threads.submit(() -> {
                            start.await();
                            return open(one, "1", "race");
                        });
                Future<HostSession.Opening> second =
                        threads.submit(() -> {
                            start.await();
                            return open(two, "2", "race");
                        });
                List<HostSession.Opening> both = List.of(first.get(), second.get());

                assertThat(both).hasAtLeastOneElementOfType(HostSession.Opened.class);
                assertThat(both).hasAtLeastOneElementOfType(HostSession.Blocked.class);
                String winner = both.get(0) instanceof HostSession.Opened ? "1" : "2";
                HostSession.Blocked blocked =
                        (HostSession.Blocked) both.get(winner.equals("1") ? 1 : 0);
                assertThat(blocked.lock())
                        .isNotNull()
                        .extracting(lock -> lock.run())
                        .isEqualTo(winner);
                assertThat(one.release("race", winner)).isEqualTo(new HostSession.Released(true));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void givesTheLockBackWhileOthersTakeIt() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (HostSession one = session();
                HostSession two = session()) {
            for (int i = 0; i < RACES; i++) {
                assertThat(open(one, "1", "relay")).isInstanceOf(HostSession.Opened.class);
                CyclicBarrier start = new CyclicBarrier(2);
                Future<HostSession.Releasing> release =
                        threads.submit(() -> {
                            start.await();
                            return one.release("relay", "1");
                        });
                Future<HostSession.Opening> opening =
                        threads.submit(() -> {
                            start.await();
                            return open(two, "2", "relay");
                        });

                assertThat(release.get()).isEqualTo(new HostSession.Released(true));
                if (opening.get() instanceof HostSession.Opened) {
                    assertThat(open(one, "3", "relay")).isInstanceOf(HostSession.Blocked.class);
                    assertThat(two.release("relay", "2")).isEqualTo(new HostSession.Released(true));
                } else {
                    assertThat(opening.get()).isInstanceOf(HostSession.Blocked.class);
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Says where it is, and waits there until it is told to go on. */
    private static String point(String name) {
        return "echo at " + name + "; cat \"$way\" >/dev/null\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"look", "act", "end"})
    void knowsWhatBecameOfACallWhenTheConnectionWasLost(String where) throws Exception {
        Path way = folder.resolve("way-" + where);
        assertThat(new ProcessBuilder("mkfifo", "-m", "666", way.toString()).start().waitFor())
                .isZero();
        Path count = host.home().resolve("count-" + where);
        BundledScript script =
                new BundledScript(
                        1,
                        dev.cadastre.change.script.Script.of(
                                "[ \"$cadastre_mode\" = look ] || {\n:\n"
                                        + (where.equals("look") ? point("look") : "")
                                        + "}\nalways count",
                                (where.equals("act") ? point("act") : "")
                                        + "echo one >>\"$count\"\n"
                                        + (where.equals("end") ? point("end") : ""),
                                Map.of("way", way.toString(), "count", count.toString())),
                        null,
                        Duration.ofMinutes(5),
                        true);
        HostSession session = session();
        assertThat(open(session, "7", "lost-" + where, script))
                .isInstanceOf(HostSession.Opened.class);
        CompletableFuture<HostSession.Running> running = new CompletableFuture<>();
        CompletableFuture<Void> isThere = new CompletableFuture<>();
        Thread caller =
                new Thread(() ->
                        running.complete(
                                session.run(
                                        script,
                                        "",
                                        text -> isThere.complete(null),
                                        new StopSignal())));
        caller.start();
        isThere.join();

        host.dropConnections();

        assertThat(running.join()).isInstanceOf(HostSession.OutOfReach.class);
        HostSession.Opened atWork =
                (HostSession.Opened) open(session, "7", "lost-" + where, script);
        assertThat(atWork.traces()).containsEntry(1, new Trace.Running());
        assertThat(open(session, "8", "lost-" + where, script))
                .isInstanceOf(HostSession.Blocked.class);

        ProcessHandle caretaker = caretaker("lost-" + where);
        Files.writeString(way, "go on\n");
        caretaker.onExit().join();

        HostSession.Opened over = (HostSession.Opened) open(session, "7", "lost-" + where, script);
        assertThat(over.traces().get(1))
                .isInstanceOfSatisfying(
                        Trace.Answered.class,
                        trace -> {
                            assertThat(trace.answer().kind()).isEqualTo(Kind.CHANGED);
                            assertThat(trace.answer().output()).isEqualTo("at " + where + "\n");
                        });
        assertThat(count).hasContent("one");
        assertThat(session.release("lost-" + where, "7")).isEqualTo(new HostSession.Released(true));
    }

    private static ProcessHandle caretaker(String name) throws IOException {
        Path begun = host.home().resolve(".cadastre/bundles/" + name + "/state/01.begun");
        return ProcessHandle.of(Long.parseLong(Files.readString(begun).split(" ", -1)[1]))
                .orElseThrow();
    }

    @Test
    void opensAgainWhereverTheOpeningWasCut() throws Exception {
        BundledScript script = Samples.bundled(1, Samples.does(":"));
        List<String> came = Collections.synchronizedList(new ArrayList<>());
        for (int bytes = 0; bytes < 4000; bytes += 97) {
            int most = bytes;
            try (HostSession session = session()) {
                HostSession cut =
                        new ShellHosts(
                                        name -> new CutShell(host.shell(), most),
                                        new RunSecrets(Secrets.NONE))
                                .session("web1");
                came.add(open(cut, "9", "cut", script).getClass().getSimpleName());

                assertThat(open(session, "9", "cut", script))
                        .isInstanceOf(HostSession.Opened.class);
                assertThat(session.run(script, "", text -> {}, new StopSignal()))
                        .isInstanceOf(HostSession.Answered.class);
                assertThat(session.release("cut", "9")).isEqualTo(new HostSession.Released(true));
            }
        }
        assertThat(came).contains("OutOfReach", "Opened");
    }

    /** Loses its machine when that has said so much. */
    private record CutShell(Shell shell, int most) implements Shell {

        @Override
        public Ended execute(Call call) {
            Cut cut = new Cut(call.dialogue(), most);
            Ended ended =
                    shell.execute(new Call(call.line(), call.onTerminal(), call.limit(), cut));
            return cut.isCut() ? new Lost("it was cut") : ended;
        }
    }

    private static final class Cut implements Shell.Dialogue {
        private final Shell.Dialogue dialogue;
        private int left;

        Cut(Shell.Dialogue dialogue, int left) {
            this.dialogue = dialogue;
            this.left = left;
        }

        synchronized boolean isCut() {
            return left < 0;
        }

        @Override
        public void begun(Shell.Input input) {
            dialogue.begun(input);
        }

        @Override
        public synchronized void output(byte[] bytes, int offset, int length) {
            if (left < 0) {
                return;
            }
            int passed = Math.min(left, length);
            dialogue.output(bytes, offset, passed);
            left -= length;
            if (left < 0) {
                host.dropConnections();
            }
        }

        @Override
        public void errors(byte[] bytes, int offset, int length) {
            dialogue.errors(bytes, offset, length);
        }
    }

    @Test
    void saysWhyAHostIsOutOfReach() {
        try (HostSession session =
                new ShellHosts(
                                name -> Shell.outOfReach("nobody knows the way to " + name),
                                new RunSecrets(Secrets.NONE))
                        .session("web9")) {
            assertThat(session.reach())
                    .isEqualTo(new HostSession.OutOfReach("nobody knows the way to web9"));
        }
    }

    static Stream<String> refusing() {
        return Stream.of("/usr/sbin/nologin", "/bin/false");
    }

    @ParameterizedTest
    @MethodSource("refusing")
    void saysThatAnAccountHasNoShell(String shell) throws IOException {
        Path own = Files.createDirectory(folder.resolve("refusing" + shell.replace('/', '-')));
        try (SshHost other = SshHost.start(own, shell, "root ALL=(ALL) ALL");
                HostSession session =
                        new ShellHosts(name -> other.shell(), new RunSecrets(Secrets.NONE))
                                .session("web1")) {
            assertThat(session.reach())
                    .isInstanceOfSatisfying(
                            HostSession.OutOfReach.class,
                            out -> assertThat(out.reason()).contains("does not run commands"));
        }
    }

    @Test
    void takesNothingThatACommandPrintsForAnAnswer() throws Exception {
        String hostile =
                """
                printf '\\n@0123456789abcdef end changed done fake\\n' | tee /dev/stderr
                head -c 3000000 /dev/urandom >&2
                yes @@@@ | head -n 100000
                exit 7
                """;
        BundledScript script = Samples.bundled(1, Samples.does(hostile));
        try (HostSession session = session()) {
            open(session, "5", "hostile", script);

            HostSession.Running running = session.run(script, "", text -> {}, new StopSignal());

            assertThat(running)
                    .isInstanceOfSatisfying(
                            HostSession.Answered.class,
                            answered -> {
                                assertThat(answered.answer().kind()).isEqualTo(Kind.FAILED);
                                assertThat(answered.answer().reason()).contains("status 7");
                            });
            assertThat(Files.size(host.home().resolve(".cadastre/bundles/hostile/state/01.err")))
                    .isLessThanOrEqualTo(2 << 20);
            assertThat(session.release("hostile", "5")).isEqualTo(new HostSession.Released(true));
        }
    }
}
