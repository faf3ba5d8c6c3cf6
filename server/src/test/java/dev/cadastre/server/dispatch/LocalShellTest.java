package dev.cadastre.server.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LocalShellTest {

    @Test
    void answersWithWhatTheScriptPrintsAndItsStatus() throws IOException {
        TaskResult result = LocalShell.run(task("echo out; echo err >&2; exit 3", 1_000));

        assertThat(result).isInstanceOf(TaskResult.Answered.class);
        var answered = (TaskResult.Answered) result;
        assertThat(answered.output()).hasContent("out");
        assertThat(answered.errors()).isEqualTo("err\n");
        assertThat(answered.status()).isEqualTo(3);
    }

    @Test
    void showsTheScriptNothingOfTheServersEnvironment() throws IOException {
        var answered = (TaskResult.Answered) LocalShell.run(task("env | cut -d= -f1", 10_000));

        String names = new String(answered.output().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(names.lines()).isSubsetOf("PATH", "PWD", "OLDPWD", "SHLVL", "_");
    }

    @Test
    void cutsAScriptThatPrintsMoreThanItMay() {
        TaskResult result = LocalShell.run(task("cat /dev/zero", 10_000));

        assertThat(result).isInstanceOf(TaskResult.Failed.class);
        assertThat(((TaskResult.Failed) result).kind()).isEqualTo(TaskResult.Kind.EXCESSIVE);
    }

    @Test
    void cutsAScriptThatHangsAndItsChildren() {
        TaskResult result =
                LocalShell.run(
                        new Task("collect", "sleep 1000 & wait", Duration.ofMillis(200), 1_000));

        assertThat(((TaskResult.Failed) result).kind()).isEqualTo(TaskResult.Kind.TIMED_OUT);
    }

    private static Task task(String script, int outputLimit) {
        return new Task("collect", script, Duration.ofSeconds(30), outputLimit);
    }
}
