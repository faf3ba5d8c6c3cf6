package dev.cadastre.change.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.change.At;
import dev.cadastre.change.Change;
import dev.cadastre.change.EngineOperation;
import dev.cadastre.change.Job;
import dev.cadastre.change.Operation;
import dev.cadastre.change.ProgramContext;
import dev.cadastre.change.ProgramOperation;
import dev.cadastre.change.ProgramResult;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.change.file.ChangeFile;
import dev.cadastre.change.operation.CopyFile;
import dev.cadastre.change.operation.CopyFolder;
import dev.cadastre.change.operation.EnsureDirectory;
import dev.cadastre.change.operation.FileRights;
import dev.cadastre.change.operation.InstallPackages;
import dev.cadastre.change.operation.Rendering;
import dev.cadastre.change.operation.RestartDaemon;
import dev.cadastre.change.operation.RunCommand;
import dev.cadastre.change.operation.TemplateFile;
import dev.cadastre.change.operation.WaitFor;
import dev.cadastre.change.portable.BuiltInOperations;
import dev.cadastre.change.testing.TrialStep.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialHostTest {

    private static final ChangeFolder FILES =
            ChangeFolder.of(
                    Map.of(
                            "motd", "welcome\n".getBytes(UTF_8),
                            "conf/a", "1\n".getBytes(UTF_8),
                            "conf/b/c", "2\n".getBytes(UTF_8)),
                    Set.of());

    private static final Change COPIES =
            Change.of(
                    "copies",
                    remote("open", new EngineOperation.OpenBundle("x")),
                    remote("etc", new EnsureDirectory("/etc", FileRights.ANY)),
                    remote("motd", new CopyFile("motd", "/etc/motd", rights("0600")))
                            .restarting("sshd")
                            .reloading("rsyslog"),
                    remote(
                            "conf",
                            new CopyFolder("conf", "/etc/conf", rights("0640"), "0750", true)),
                    remote(
                            "host",
                            new TemplateFile(
                                    "motd",
                                    "/etc/host",
                                    FileRights.ANY,
                                    (text, values) -> text + values.get("host"))));

    @TempDir private Path folder;

    private static FileRights rights(String mode) {
        return FileRights.mode(mode).ownedBy("root", "root");
    }

    private static Job remote(String name, Operation operation) {
        return Job.job(At.REMOTE, operation).named(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "dash", "busybox ash", "bash --posix"})
    void plansAppliesAndUndoesInAFolder(String shell) throws IOException {
        TrialHost host = TrialHost.in(folder).named("web1").by(shell.split(" "));
        Files.createDirectory(host.root().resolve("etc"));
        Files.writeString(host.root().resolve("etc/motd"), "go away\n");

        Trial plan = host.plan(COPIES, FILES).good();
        assertThat(plan.step("motd").outcome()).isEqualTo(Outcome.WOULD_CHANGE);
        assertThat(plan.step("motd").wishes()).contains("write /etc/motd (8 bytes)");
        assertThat(plan.differences().get(0))
                .contains("-go away", "+welcome", "/etc/motd")
                .doesNotContain(folder.toString());
        assertThat(plan.step("open").outcome()).isEqualTo(Outcome.NOTED);
        assertThat(plan.restarts()).containsExactly("sshd");
        assertThat(plan.reloads()).containsExactly("rsyslog");
        assertThat(host.root().resolve("etc/motd")).hasContent("go away\n");

        Trial applied = host.apply(COPIES, FILES).good();
        assertThat(applied.isUnchanged()).isFalse();
        assertThat(host.root().resolve("etc/conf/b/c")).hasContent("2\n");
        assertThat(host.root().resolve("etc/host")).hasContent("welcome\nweb1");
        Trial again = host.apply(COPIES, FILES).good();
        assertThat(again.isUnchanged()).isTrue();
        assertThat(again.restarts()).isEmpty();
        assertThat(again.wishes()).isEmpty();

        host.undo(COPIES, FILES, applied).good();
        assertThat(host.root().resolve("etc/motd")).hasContent("go away\n");
        assertThat(host.root().resolve("etc/host")).doesNotExist();
    }

    @Test
    void tellsTemplatesWhatTheFileStatesForAllSteps() throws IOException {
        String text =
                """
                [DEFAULT]
                port = 8080
                url = http://${host}:${port}/
                [change]
                name = shop
                [step conf]
                op = files.template
                template = conf.mustache
                target = /shop.conf
                """;
        Rendering naming = (template, values) -> values.get("url") + " " + values.get("colour");
        Change change =
                ChangeFile.read(
                                "shop.change",
                                text.getBytes(UTF_8),
                                BuiltInOperations.catalogue(naming))
                        .file()
                        .orElseThrow()
                        .change();
        ChangeFolder files = ChangeFolder.of(Map.of("conf.mustache", new byte[0]), Set.of());
        TrialHost host =
                TrialHost.in(folder).named("web1").value("colour", "red").value("port", "81");

        Trial applied = host.apply(change, files).good();

        assertThat(host.root().resolve("shop.conf")).hasContent("http://web1:81/ red");
        host.undo(change, files, applied).good();
        assertThat(host.root().resolve("shop.conf")).doesNotExist();
    }

    @Test
    void leavesThisMachineAlone() throws IOException {
        Path trace = folder.resolve("trace");
        Change change =
                Change.of(
                        "reckless",
                        remote("run", RunCommand.of("echo x >'" + trace + "'")),
                        remote("install", InstallPackages.of("cowsay")),
                        remote("restart", new RestartDaemon("sshd")),
                        remote(
                                "port",
                                new WaitFor(WaitFor.Form.PORT, "h:1", Duration.ofSeconds(1))),
                        Job.job(At.LOCAL, new Counting()));
        TrialHost host = TrialHost.in(folder);
        Trial trial = host.apply(change, FILES);

        assertThat(trial.steps()).extracting(TrialStep::outcome).containsOnly(Outcome.NOT_TRIED);
        assertThat(trial.step("run").reason()).contains("allowing(\"run\")");
        assertThat(trace).doesNotExist();
        assertThat(host.allowing("run").apply(change, FILES).step("run").outcome())
                .isEqualTo(Outcome.CHANGED);
        assertThat(trace).hasContent("x\n");
    }

    @Test
    void putsProgramsInThePlaceOfThoseOfThisMachine() throws IOException {
        TrialHost host =
                TrialHost.in(folder)
                        .allowing("migrate")
                        .program("manage", "echo \"$@\" >>\"$HOME/calls\"");
        Change change = Change.of("x", remote("migrate", RunCommand.of("manage --to 4")));

        assertThat(host.apply(change, FILES).good().step("migrate").outcome())
                .isEqualTo(Outcome.CHANGED);
        assertThat(folder.resolve("scratch/calls")).hasContent("--to 4\n");
    }

    @Test
    void stopsAtTheFirstFailureAndTellsIt() throws IOException {
        Change change =
                Change.of(
                        "x",
                        remote("none", new CopyFile("none", "/none", FileRights.ANY)),
                        remote("motd", new CopyFile("motd", "/motd", FileRights.ANY)));
        Trial trial = TrialHost.in(folder).apply(change, FILES);

        assertThat(trial.step("none").outcome()).isEqualTo(Outcome.FAILED);
        assertThat(trial.step("motd").outcome()).isEqualTo(Outcome.NOT_TRIED);
        assertThat(trial.isUnchanged()).isFalse();
        assertThatThrownBy(trial::good)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("none");
        assertThatThrownBy(() -> trial.step("x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void runsProgramsThatAreAllowed() throws IOException {
        Change change = Change.of("x", Job.job(At.LOCAL, new Counting()));
        TrialHost host = TrialHost.in(folder).named("web1").allowing("count");
        TrialStep looked = host.plan(change, FILES).step("count");
        TrialStep done = host.apply(change, FILES).step("count");

        assertThat(looked.outcome()).isEqualTo(Outcome.WOULD_CHANGE);
        assertThat(done.outcome()).isEqualTo(Outcome.CHANGED);
        assertThat(done.output()).isEqualTo("web1 has motd of 8\n");
    }

    private record Counting() implements ProgramOperation {

        @Override
        public String name() {
            return "count";
        }

        @Override
        public String summary() {
            return "";
        }

        @Override
        public ProgramResult run(ProgramContext context) {
            try {
                context.say(
                        String.join(",", context.hosts().keySet())
                                + " has motd of "
                                + context.file("motd").length);
            } catch (IOException e) {
                return ProgramResult.failed(String.valueOf(e.getMessage()));
            }
            return ProgramResult.changed("counted");
        }
    }
}
