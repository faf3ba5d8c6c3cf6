package dev.cadastre.change.portable;

import static dev.cadastre.change.portable.GeneratedOperations.RENDERING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.At;
import dev.cadastre.change.Change;
import dev.cadastre.change.Given;
import dev.cadastre.change.Job;
import dev.cadastre.change.Operation;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.change.file.ChangeFile;
import dev.cadastre.change.file.ChangeFileReading;
import dev.cadastre.change.file.OperationForm;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

class GeneratedOperationsTest {

    private static final ChangeFolder NOTHING = ChangeFolder.of(Map.of(), Set.of());
    private static final Map<String, String> HOST = Map.of("host", "web1");
    private static final Set<String> SEEN = new HashSet<>();

    @Provide
    Arbitrary<Operation> operations() {
        return GeneratedOperations.all();
    }

    @Provide
    Arbitrary<Job> jobs() {
        return Combinators.combine(
                        GeneratedOperations.all(),
                        Arbitraries.of(At.class),
                        Arbitraries.of(1, 59, 60, 600, 3_600, 86_399),
                        Arbitraries.of("", "root", "x-1"),
                        Arbitraries.of("nginx", "shop@1", "a b$").list().ofMaxSize(2),
                        GeneratedOperations.all().injectNull(0.5))
                .as((operation, at, seconds, as, daemons, undo) ->
                        new Job(
                                "j",
                                at,
                                operation,
                                Duration.ofSeconds(seconds),
                                as.isEmpty() ? null : as,
                                daemons,
                                daemons.subList(0, daemons.size() / 2),
                                undo));
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

    private static @Nullable Operation made(@Nullable Operation operation) {
        return operation == null ? null : ChangeFile.made(operation, HOST);
    }

    private static Job made(Job job) {
        return new Job(
                job.name(),
                job.at(),
                ChangeFile.made(job.operation(), HOST),
                job.limit(),
                job.as(),
                job.restarts(),
                job.reloads(),
                made(job.undo()));
    }

    @Property(tries = 3000)
    void areWrittenAsStepsAndReadAsTheyWere(@ForAll("operations") Operation operation)
            throws IOException {
        Change change = Change.of("x", Job.job(At.REMOTE, operation).named("s"));
        ChangeWriting writing =
                ChangeWriter.write(change, NOTHING, Given.parameters(Map.of()), RENDERING);

        assertThat(writing.problems()).isEmpty();
        PortableChange portable = writing.change().orElseThrow();
        assertThat(portable.folder().files()).hasSize(1);
        Job job = read(portable).jobs().get(0);
        assertThat(made(job.operation())).isEqualTo(operation);
        SEEN.add(job.operation().name().startsWith("./") ? "./" : operation.name());
    }

    @Property(tries = 500)
    void areWholeChanges(@ForAll @Size(max = 5) List<@net.jqwik.api.From("jobs") Job> jobs)
            throws IOException {
        List<Job> named = new ArrayList<>();
        jobs.forEach(job -> named.add(job.named("job-" + named.size())));
        named.add(Job.job(At.LOCAL, new dev.cadastre.change.EngineOperation.CloseBundle()));
        Change change = new Change("x", "what it is for", named);
        ChangeWriting writing =
                ChangeWriter.write(change, NOTHING, Given.parameters(Map.of()), RENDERING);

        assertThat(writing.problems()).isEmpty();
        Change read = read(writing.change().orElseThrow());
        assertThat(read.summary()).isEqualTo(change.summary());
        assertThat(read.jobs().stream().map(GeneratedOperationsTest::made).toList())
                .isEqualTo(named);
    }

    /** A form that is added has to be generated, too. */
    @AfterContainer
    static void allWereWritten() {
        Set<String> forms =
                BuiltInOperations.catalogue(RENDERING).forms().stream()
                        .map(OperationForm::name)
                        .collect(Collectors.toSet());
        forms.removeAll(Set.of("script", "program"));
        forms.add("./");
        assertThat(SEEN).isEqualTo(forms);
    }
}
