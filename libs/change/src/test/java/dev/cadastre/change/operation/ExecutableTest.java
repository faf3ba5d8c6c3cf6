package dev.cadastre.change.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.script.Script;
import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.change.script.ScriptAnswer.Kind;
import dev.cadastre.change.script.ScriptRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExecutableTest {

    private static final String SHELLS = "dev.cadastre.change.script.Shells#all";

    @TempDir private Path folder;

    private ScriptAnswer apply(String shell, String program, Map<String, String> parameters)
            throws Exception {
        RunExecutable run = new RunExecutable("ops/warm-up", parameters);
        Parts parts = Parts.none().file("ops/warm-up", program);
        ScriptRun runs =
                new ScriptRun(shell, folder.resolve("run"))
                        .with("CADASTRE_WORK", folder.toString())
                        .with("OUT", folder + "/out");
        Script script = run.script(parts);
        ScriptAnswer looked = runs.look(script);
        assertThat(looked.kind()).isEqualTo(Kind.WOULD_CHANGE);
        assertThat(looked.wishes()).containsExactly("run ops/warm-up");
        return runs.apply(run.narrowed(script, parts, looked), looked.basis());
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void isToldItsParametersAsJson(String shell) throws Exception {
        ScriptAnswer answer =
                apply(
                        shell,
                        "#!/bin/sh\ncat >\"$OUT\"\necho warm\n",
                        Map.of("pages", "20", "name", "a 'b' $(id)\n%s"));

        assertThat(answer.kind()).as(answer.toString()).isEqualTo(Kind.CHANGED);
        assertThat(answer.output()).contains("warm");
        assertThat(folder.resolve("out"))
                .hasContent("{\n  \"name\": \"a 'b' $(id)\\n%s\",\n  \"pages\": \"20\"\n}\n");
        assertThat(left()).isZero();
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void failsByItsStatus(String shell) throws Exception {
        ScriptAnswer answer = apply(shell, "#!/bin/sh\necho cold >&2\nexit 3\n", Map.of());

        assertThat(answer.kind()).isEqualTo(Kind.FAILED);
        assertThat(answer.code()).isEqualTo("command-failed");
        assertThat(answer.reason()).contains("status 3");
        assertThat(answer.output()).contains("cold");
        assertThat(apply(shell, "#!/nowhere/python\n", Map.of()).code()).isEqualTo("not-found");
        assertThat(left()).isZero();
    }

    private long left() throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> !name.equals("run") && !name.equals("out"))
                    .count();
        }
    }
}
