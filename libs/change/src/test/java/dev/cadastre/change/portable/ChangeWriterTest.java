package dev.cadastre.change.portable;

import static dev.cadastre.change.portable.GeneratedOperations.RENDERING;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.cadastre.change.At;
import dev.cadastre.change.Change;
import dev.cadastre.change.EngineOperation;
import dev.cadastre.change.Given;
import dev.cadastre.change.Job;
import dev.cadastre.change.Operation;
import dev.cadastre.change.ProgramContext;
import dev.cadastre.change.ProgramOperation;
import dev.cadastre.change.ProgramResult;
import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.ScriptOperation;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.change.archive.FolderContext;
import dev.cadastre.change.archive.FolderFile;
import dev.cadastre.change.file.ChangeFile;
import dev.cadastre.change.file.ChangeFileReading;
import dev.cadastre.change.operation.CopyFile;
import dev.cadastre.change.operation.FileRights;
import dev.cadastre.change.operation.RunCommand;
import dev.cadastre.change.operation.TemplateFile;
import dev.cadastre.change.operation.WaitFor;
import dev.cadastre.change.script.Script;
import dev.cadastre.ini.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeWriterTest {

    private static final ChangeFolder FILES =
            ChangeFolder.of(Map.of("motd", "welcome".getBytes(UTF_8)), Set.of());

    private static final Given TWO =
            new Given(
                    Map.of("version", "4.2"),
                    Map.of("web1", Map.of("port", "1 ${x}\n"), "web2", Map.of("port", "2")));

    /** An operation of an application's own. */
    private record Tune(String told, boolean different) implements ScriptOperation {

        @Override
        public String name() {
            return "shop.tune";
        }

        @Override
        public String summary() {
            return told;
        }

        @Override
        public Script script(ScriptContext context) {
            String port = context.values().getOrDefault("port", "");
            return Script.of(
                            "wish \"$told\"",
                            "echo done # a comment\n",
                            Map.of("told", told, "port", different ? port : ""))
                    .reading((different ? port : "same").getBytes(UTF_8));
        }

        @Override
        public @Nullable Script undo(ScriptContext context, Map<String, String> before) {
            return null;
        }
    }

    private record Count(String told) implements ProgramOperation {

        @Override
        public String name() {
            return "shop.count";
        }

        @Override
        public String summary() {
            return told;
        }

        @Override
        public ProgramResult run(ProgramContext context) {
            return ProgramResult.unchanged(told);
        }
    }

    private static ScriptOperation own(java.util.function.Function<ScriptContext, Script> made) {
        return new ScriptOperation() {
            @Override
            public String name() {
                return "own";
            }

            @Override
            public String summary() {
                return "";
            }

            @Override
            public Script script(ScriptContext context) {
                return made.apply(context);
            }
        };
    }

    private static Job remote(String name, Operation operation) {
        return Job.job(At.REMOTE, operation).named(name);
    }

    private static ChangeWriting write(Given given, Job... jobs) {
        return ChangeWriter.write(Change.of("shop", jobs), FILES, given, RENDERING);
    }

    private static List<String> codes(ChangeWriting writing) {
        return writing.problems().stream().map(Problem::code).toList();
    }

    private static Change read(PortableChange portable) throws IOException {
        ChangeFileReading reading =
                ChangeFile.read(
                        portable.file(),
                        portable.folder().content(portable.file()),
                        BuiltInOperations.catalogue(RENDERING));
        assertThat(reading.problems()).isEmpty();
        return reading.file().orElseThrow().change();
    }

    private static void sameScripts(Given given, ChangeWriting writing, Job... jobs)
            throws IOException {
        PortableChange portable = writing.change().orElseThrow();
        List<Job> read = read(portable).jobs();
        for (int i = 0; i < jobs.length; i++) {
            for (String host : given.hosts().keySet()) {
                Script was =
                        ((ScriptOperation) jobs[i].operation())
                                .script(FolderContext.host(FILES, host, given.values(host)));
                ScriptContext context =
                        FolderContext.host(portable.folder(), host, given.values(host));
                assertThat(((ScriptOperation) read.get(i).operation()).script(context))
                        .as("%s on %s", jobs[i].name(), host)
                        .isEqualTo(was);
            }
        }
    }

    @Test
    void writesOneScriptForAllHostsWhereItIsTheSame() throws IOException {
        Job job = remote("tune", new Tune("a\nb $x", false)).undoneBy(RunCommand.of("true"));
        ChangeWriting writing = write(TWO, job);

        assertThat(writing.problems()).isEmpty();
        PortableChange portable = writing.change().orElseThrow();
        assertThat(portable.folder().files())
                .extracting(FolderFile::path)
                .containsExactly(
                        "compiled/steps/tune/act.sh",
                        "compiled/steps/tune/look.sh",
                        "compiled/steps/tune/payload",
                        "compiled/steps/tune/variables.json",
                        "motd",
                        "shop.change");
        assertThat(new String(portable.folder().content("shop.change"), UTF_8))
                .isEqualTo(
                        """
                        [change]
                        name = shop

                        [step tune]
                        op = script
                        about = shop.tune: a b $$x
                        act = compiled/steps/tune/act.sh
                        look = compiled/steps/tune/look.sh
                        payload = compiled/steps/tune/payload
                        variables = compiled/steps/tune/variables.json
                        undo = tune

                        [undo tune]
                        op = command.run
                        command = true
                        """);
        sameScripts(TWO, writing, job);
    }

    @Test
    void writesOneForEachHostWhereTheyDiffer() throws IOException {
        Job job = remote("tune", new Tune("x", true)).undoneBy(RunCommand.of("true"));
        ChangeWriting writing = write(TWO, job);

        PortableChange portable = writing.change().orElseThrow();
        assertThat(portable.folder().files())
                .extracting(FolderFile::path)
                .containsExactly(
                        "compiled/steps/tune/act.sh",
                        "compiled/steps/tune/look.sh",
                        "compiled/steps/tune/on-web1/payload",
                        "compiled/steps/tune/on-web1/variables.json",
                        "compiled/steps/tune/on-web2/payload",
                        "compiled/steps/tune/on-web2/variables.json",
                        "motd",
                        "shop.change");
        sameScripts(TWO, writing, job);
        ScriptOperation read = (ScriptOperation) read(portable).jobs().get(0).operation();
        assertThatThrownBy(
                        () -> read.script(FolderContext.host(portable.folder(), "web3", Map.of())))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("compiled/steps/tune/on-web3/variables.json");
    }

    @Test
    void keepsWhatAJobSaysBesides() throws IOException {
        Job job =
                new Job(
                        "tune",
                        At.BOTH,
                        new Tune("x", false),
                        Duration.ofMillis(90_500),
                        "root",
                        List.of("nginx", "shop"),
                        List.of("haproxy"),
                        new Tune("back", true));
        Change read = read(write(TWO, job).change().orElseThrow());
        Job back = read.jobs().get(0);

        assertThat(back.at()).isEqualTo(At.BOTH);
        assertThat(back.limit()).isEqualTo(Duration.ofSeconds(91));
        assertThat(back.as()).isEqualTo("root");
        assertThat(back.restarts()).containsExactly("nginx", "shop");
        assertThat(back.reloads()).containsExactly("haproxy");
        assertThat(back.undo()).isNotNull();
        assertThat(back.operation().summary()).isEqualTo("shop.tune: x");
    }

    @Test
    void compilesWhatIsBuiltInIfAFileCannotSayIt() throws IOException {
        Job[] jobs = {
            remote("wait", new WaitFor(WaitFor.Form.FILE, "/x", Duration.ZERO)),
            remote("long", RunCommand.of("echo " + "x".repeat(70_000))),
            remote(
                    "own",
                    new TemplateFile("motd", "/etc/motd", FileRights.ANY, (text, values) -> text)),
            remote("plain", new CopyFile("motd", "/etc/motd", FileRights.ANY))
        };
        ChangeWriting writing = write(TWO, jobs);

        assertThat(writing.problems())
                .extracting(Problem::file, Problem::code, Problem::isError)
                .containsExactly(
                        tuple("wait", "change.undo-lost", false),
                        tuple("own", "change.undo-lost", false));
        assertThat(read(writing.change().orElseThrow()).jobs())
                .extracting(job -> job.operation().name())
                .containsExactly("script", "script", "script", "files.copy");
        sameScripts(TWO, writing, jobs);
    }

    @Test
    void leavesProgramsInTheJar() throws IOException {
        Change original =
                Change.of(
                        "shop",
                        Job.job(At.LOCAL, new Count("all")).named("count"),
                        remote("tune", new Tune("x", false)));
        ChangeWriting writing = ChangeWriter.write(original, FILES, TWO, RENDERING);
        Change read = read(writing.change().orElseThrow());
        CompiledProgram left = (CompiledProgram) read.jobs().get(0).operation();

        assertThat(left.about()).isEqualTo("shop.count: all");
        Change joined = CompiledPrograms.joined(read, original);
        assertThat(joined.jobs().get(0).operation()).isEqualTo(new Count("all"));
        assertThat(joined.jobs().get(1).operation()).isSameAs(read.jobs().get(1).operation());
        Change other = Change.of("shop", Job.job(At.LOCAL, new Count("some")).named("count"));
        assertThatThrownBy(() -> CompiledPrograms.joined(read, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("count")
                .hasMessageContaining("all");
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        AtomicInteger count = new AtomicInteger();
        ChangeWriting writing =
                ChangeWriter.write(
                        new Change(
                                "a b",
                                "",
                                List.of(
                                        remote("x y", new EngineOperation.CloseBundle()),
                                        remote("p", new Count("x")),
                                        remote("b", new EngineOperation.OpenBundle("a b")),
                                        remote(
                                                "u",
                                                own(context ->
                                                        Script.of(
                                                                "" + count.incrementAndGet(),
                                                                "",
                                                                Map.of()))),
                                        remote(
                                                "f",
                                                own(context -> {
                                                    throw new IllegalArgumentException("no port");
                                                })),
                                        remote("d", new EngineOperation.CloseBundle())
                                                .restarting("a, b")
                                                .as("ro ot"))),
                        ChangeFolder.of(
                                Map.of("compiled/x", new byte[0], "a b.change", new byte[0]),
                                Set.of()),
                        new Given(Map.of(), Map.of("web1", Map.of())),
                        RENDERING);

        assertThat(writing.change()).isEmpty();
        assertThat(codes(writing))
                .containsExactly(
                        "change.name-wrong",
                        "change.file-taken",
                        "change.file-taken",
                        "change.name-wrong",
                        "change.program-elsewhere",
                        "change.operation-wrong",
                        "change.script-unsteady",
                        "change.script-failed",
                        "change.name-wrong",
                        "change.parameter-wrong");
    }

    @Test
    void wantsHostsForScriptsThatAreMadeForThem() {
        assertThat(codes(write(Given.parameters(Map.of()), remote("t", new Tune("x", false)))))
                .containsExactly("change.no-host");
        Given odd = new Given(Map.of(), Map.of("localhost", Map.of(), "we b", Map.of()));
        assertThat(
                        codes(
                                write(
                                        odd,
                                        Job.job(At.BOTH, new Tune("x", false))
                                                .undoneBy(RunCommand.of("x")))))
                .containsExactly("change.host-wrong", "change.host-wrong");
    }
}
