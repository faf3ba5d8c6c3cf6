package dev.cadastre.change.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.Operation;
import dev.cadastre.change.ProgramContext;
import dev.cadastre.change.ProgramOperation;
import dev.cadastre.change.ProgramResult;
import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.ScriptOperation;
import dev.cadastre.change.run.HostSession;
import dev.cadastre.change.run.RunSecrets;
import dev.cadastre.change.run.Secrets;
import dev.cadastre.change.run.StopSignal;
import dev.cadastre.change.run.Task;
import dev.cadastre.change.run.Trace;
import dev.cadastre.change.script.Script;
import dev.cadastre.change.script.ScriptAnswer.Kind;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LocalMachineTest {

    @TempDir Path folder;

    private static final ScriptContext CONTEXT =
            new ScriptContext() {
                @Override
                public byte[] file(String path) throws IOException {
                    throw new FileNotFoundException(path);
                }

                @Override
                public Map<String, String> values() {
                    return Map.of("domain", "example.com");
                }
            };

    private final LocalMachine machine =
            new LocalMachine(
                    CONTEXT, Map.of("web1", Map.of("port", "80")), new RunSecrets(Secrets.NONE));

    /** The same for one process after another that goes on with a run. */
    private LocalMachine ofRun() {
        return new LocalMachine(
                CONTEXT, Map.of(), new RunSecrets(Secrets.NONE), folder.resolve("at-work"));
    }

    private record Scripted(Script made) implements ScriptOperation {
        @Override
        public String name() {
            return "test";
        }

        @Override
        public String summary() {
            return "a test";
        }

        @Override
        public Script script(ScriptContext context) {
            return made;
        }
    }

    private interface Program extends ProgramOperation {
        @Override
        default String name() {
            return "test";
        }

        @Override
        default String summary() {
            return "a test";
        }

        @Override
        ProgramResult run(ProgramContext context) throws InterruptedException;
    }

    private static Task task(int number, Operation operation) {
        return task(number, operation, null, Duration.ofMinutes(1));
    }

    private static Task task(int number, Operation operation, @Nullable String as, Duration limit) {
        return new Task(number, "test", operation, null, as, limit);
    }

    @Test
    void looksAtScriptsAndPrograms() {
        Program program =
                context ->
                        context.looksOnly()
                                ? ProgramResult.changed("would " + context.hosts().keySet())
                                : ProgramResult.failed("it was to look");
        Scripted scripted = new Scripted(Samples.writes(folder + "/target"));

        HostSession.Looking looking = machine.look(List.of(task(1, program), task(2, scripted)));

        assertThat(looking)
                .isInstanceOfSatisfying(
                        HostSession.Looked.class,
                        looked -> {
                            assertThat(Samples.of(looked.answers(), 1).kind())
                                    .isEqualTo(Kind.WOULD_CHANGE);
                            assertThat(Samples.of(looked.answers(), 1).reason())
                                    .isEqualTo("would [web1]");
                            assertThat(Samples.of(looked.answers(), 2).kind())
                                    .isEqualTo(Kind.WOULD_CHANGE);
                        });
    }

    @Test
    void runsScriptsWithWhatTheyRead() {
        byte[] payload = "text\0and more\n".getBytes(UTF_8);
        Script script = Samples.writes(folder + "/target").reading(payload);
        StringBuilder shown = new StringBuilder();

        HostSession.Running running =
                machine.run(task(1, new Scripted(script)), "", shown::append, new StopSignal());

        assertThat(running)
                .isInstanceOfSatisfying(
                        HostSession.Answered.class,
                        answered -> assertThat(answered.answer().kind()).isEqualTo(Kind.CHANGED));
        assertThat(folder.resolve("target")).hasBinaryContent(payload);
        assertThat(shown.toString()).isEqualTo("writing\n");
    }

    @Test
    void runsScriptsAsOthersWithoutAskingRoot() {
        Script script = Script.of("trial try", "echo as $(id -un); cat", Map.of());
        StringBuilder shown = new StringBuilder();

        HostSession.Running running =
                machine.run(
                        task(
                                1,
                                new Scripted(script.reading("bytes\n".getBytes(UTF_8))),
                                "nobody",
                                Duration.ofMinutes(1)),
                        "",
                        shown::append,
                        new StopSignal());

        assertThat(running).isInstanceOf(HostSession.Answered.class);
        assertThat(shown.toString()).isEqualTo("as nobody\nbytes\n");
    }

    @Test
    void endsScriptsThatAreStopped() {
        StopSignal stop = new StopSignal();

        HostSession.Running running =
                machine.run(
                        task(1, new Scripted(Samples.does("echo here; sleep 300"))),
                        "",
                        text -> stop.give(),
                        stop);

        assertThat(running).isEqualTo(new HostSession.Stopped());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody"})
    void beginsNothingTwiceThatOutlivesWhoeverBeganIt(String account) throws Exception {
        Task first = slow(1, account);
        StopSignal stop = new StopSignal();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<HostSession.Running> lost =
                CompletableFuture.supplyAsync(
                        () -> ofRun().run(first, "", text -> begun.countDown(), stop));
        begun.await();

        LocalMachine next = ofRun();
        assertThat(next.traces(List.of(first, slow(2, account))))
                .containsExactly(Map.entry(1, new Trace.Running()));
        assertThat(next.run(first, "", text -> {}, new StopSignal()))
                .isInstanceOfSatisfying(
                        HostSession.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("still-runs"));
        assertThat(lost).isNotDone();

        stop.give();
        assertThat(lost.get()).isEqualTo(new HostSession.Stopped());
        assertThat(next.traces(List.of(first))).isEmpty();
        assertThat(folder.resolve("at-work")).doesNotExist();
    }

    private static Task slow(int number, String account) {
        return task(
                number,
                new Scripted(Samples.does("echo here; sleep 300")),
                account.isEmpty() ? null : account,
                Duration.ofMinutes(10));
    }

    @Test
    void beginsWhatWasAtWorkUnderANumberThatAnotherProcessHasNow() throws Exception {
        Path notes = Files.createDirectories(folder.resolve("at-work"));
        Files.writeString(notes.resolve("01"), ProcessHandle.current().pid() + " 1\n");

        assertThat(ofRun().traces(List.of(slow(1, "")))).isEmpty();
        Script script = Samples.writes(folder + "/target").reading("text".getBytes(UTF_8));
        assertThat(ofRun().run(task(1, new Scripted(script)), "", text -> {}, new StopSignal()))
                .isInstanceOf(HostSession.Answered.class);
    }

    @Test
    void interruptsProgramsThatAreStoppedOrLate() {
        CountDownLatch never = new CountDownLatch(1);
        Program waits =
                context -> {
                    context.say("here");
                    never.await();
                    return ProgramResult.changed("it");
                };
        StopSignal stop = new StopSignal();

        assertThat(machine.run(task(1, waits), "", text -> stop.give(), stop))
                .isEqualTo(new HostSession.Stopped());
        assertThat(
                        machine.run(
                                task(1, waits, null, Duration.ofMillis(1)),
                                "",
                                text -> {},
                                new StopSignal()))
                .isEqualTo(new HostSession.TimedOut());
    }

    @Test
    void takesWhatAProgramThrowsForAFailure() {
        Program throwing =
                context -> {
                    throw new IllegalStateException("no disk");
                };

        assertThat(machine.run(task(1, throwing), "", text -> {}, new StopSignal()))
                .isInstanceOfSatisfying(
                        HostSession.Answered.class,
                        answered -> {
                            assertThat(answered.answer().kind()).isEqualTo(Kind.FAILED);
                            assertThat(answered.answer().reason()).isEqualTo("no disk");
                        });
    }
}
