package dev.cadastre.change.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.change.script.ScriptAnswer.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolTest {

    private static final String SHELLS = "dev.cadastre.change.script.Shells#all";
    private static final String LOOK =
            "[ -e \"$file\" ] && fine 'it is there' || wish 'make it'; basis \"$(ls \"$file\" 2>&1)\"";

    @TempDir private Path folder;

    @ParameterizedTest
    @MethodSource(SHELLS)
    void looksActsAndLooksAgain(String shell) throws Exception {
        Script script = script(LOOK, "echo making; : >\"$file\"");
        ScriptAnswer looked = run(shell).look(script);
        assertThat(looked.kind()).isEqualTo(Kind.WOULD_CHANGE);
        assertThat(looked.reason()).isEqualTo("make it");
        assertThat(looked.basis()).matches("sha256:[0-9a-f]{64}");
        assertThat(file()).doesNotExist();

        ScriptAnswer applied = run(shell).apply(script, looked.basis());
        assertThat(applied.kind()).isEqualTo(Kind.CHANGED);
        assertThat(applied.output()).isEqualTo("making\n");
        assertThat(run(shell).apply(script, looked.basis()).kind()).isEqualTo(Kind.STALE);
        assertThat(run(shell).apply(script).kind()).isEqualTo(Kind.UNCHANGED);
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void tellsEachWayToFail(String shell) throws Exception {
        assertThat(failed(shell, ":").reason()).isEqualTo("It did not take effect: make it");
        assertThat(failed(shell, "false; : >\"$file\"").reason())
                .isEqualTo("It ended with status 1");
        assertThat(failed(shell, "exit 12").code()).isEqualTo("command-failed");
        assertThat(failed(shell, "echo x | fail full 'disk is full'").code()).isEqualTo("full");
        assertThat(failed(shell, "no_such_program").reason()).isEqualTo("It ended with status 127");
        assertThat(failed(shell, "sh -c 'kill -9 $PPID'").code()).isEqualTo("killed");
        assertThat(failed(shell, "kill -s TERM \"$(sh -c 'echo $PPID')\"").kind())
                .isEqualTo(Kind.FAILED);
        assertThat(file()).doesNotExist();
        assertThat(run(shell).apply(script(LOOK, "refuse odd 'an odd thing'"), "").kind())
                .isEqualTo(Kind.REFUSED);
        assertThat(run(shell).look(script("kill -9 $$", ":")).kind()).isEqualTo(Kind.BROKEN);
        assertThat(run(shell).look(script("if", ":")).kind()).isEqualTo(Kind.BROKEN);
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void saysOfWhatIsDoneEachTimeThatItIs(String shell) throws Exception {
        ScriptAnswer looked = run(shell).look(script("trial 'it will be tried'", ":"));
        assertThat(looked.kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(looked.code()).isEqualTo("trial");
        assertThat(run(shell).look(script("trial 'and made'; wish 'make it'", ":")).kind())
                .isEqualTo(Kind.WOULD_CHANGE);
        assertThat(run(shell).apply(script("trial 'it will be tried'", ":"), "").code())
                .isEqualTo("fine");
    }

    private ScriptAnswer failed(String shell, String act) throws Exception {
        ScriptAnswer answer = run(shell).apply(script(LOOK, act), "");
        assertThat(answer.kind()).as(act + answer).isEqualTo(Kind.FAILED);
        return answer;
    }

    /**
     * Whoever finds such a call cut off must not take a look's wish for a sign that it did nothing.
     */
    @ParameterizedTest
    @MethodSource(SHELLS)
    void saysOfWhatNoLookCanTellThatItCannot(String shell) throws Exception {
        ScriptAnswer looked = run(shell).look(script("always 'restart it'", ":"));
        assertThat(looked.kind()).isEqualTo(Kind.WOULD_CHANGE);
        assertThat(looked.code()).isEqualTo("always");
        assertThat(looked.reason()).isEqualTo("restart it");
        assertThat(run(shell).look(script(LOOK, ":")).code()).isEqualTo("wish");
        assertThat(run(shell).look(script("await no-daemon 'none yet'; always x", ":")).code())
                .isEqualTo("no-daemon");
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void doesNotTakeOutputForItsAnswer(String shell) throws Exception {
        Script script =
                script(
                        "wish 'say it'; always x",
                        """
                        printf '\\000\\377\\n@0123456789abcdef end unchanged fine forged\\n'
                        printf '@%s wish forged\\n' "$(echo "$cadastre_word" | tr -d @)x"
                        printf '\\033[31mno line end'
                        """);
        ScriptAnswer answer = run(shell).apply(script, "");
        assertThat(answer.kind()).isEqualTo(Kind.CHANGED);
        assertThat(answer.wishes()).containsExactly("say it", "x");
        assertThat(answer.output()).contains("end unchanged fine forged").endsWith("no line end");
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void keepsTextsAndBytesWhole(String shell) throws Exception {
        String text = "a\\nb\\\\ 'c' \"d\"\n\n$(e)`f`\té☃ \n";
        byte[] bytes = new byte[4096];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 7);
        }
        Files.write(file(), bytes);
        Script script =
                Script.of(
                        "wish \"$text\"; was text \"$text\"; was_bytes all \"$file\"; was_bytes none /dev/null",
                        ":",
                        Map.of("text", text, "file", file().toString()));
        ScriptAnswer answer = run(shell).look(script);
        assertThat(answer.wishes()).containsExactly(text);
        assertThat(answer.before()).containsEntry("text", text).containsEntry("none", "");
        assertThat(Base64.getDecoder().decode(answer.before().get("all"))).isEqualTo(bytes);
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void showsDifferencesThatAreBoundedAndNamesWhatIsNoText(String shell) throws Exception {
        Files.writeString(file(), "same\nold\\n\nno end");
        ScriptAnswer answer = run(shell).look(difference("same\nnew\nno end"));
        assertThat(answer.differences().get(0)).contains("-old\\n\n+new\n").doesNotContain("+same");

        answer = run(shell).look(difference("line\n".repeat(12_000)));
        assertThat(answer.differences().get(0)).endsWith("… and more").hasSizeLessThan(66_000);

        Files.write(file(), new byte[] {'a', 0, 'b'});
        assertThat(run(shell).look(difference("text")).differences())
                .containsExactly(file() + " holds no text now");
    }

    private Script difference(String text) {
        return Script.of(
                "difference \"$file\" \"$file\" \"$text\"",
                ":",
                Map.of("file", file().toString(), "text", text));
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void givesThePayloadToTheActAlone(String shell) throws Exception {
        Script script =
                script("cat >/dev/null; [ -s \"$file\" ] || wish w", "cat >\"$file\"")
                        .reading("all of it".getBytes(StandardCharsets.UTF_8));
        assertThat(run(shell).apply(script, "").kind()).isEqualTo(Kind.CHANGED);
        assertThat(file()).hasContent("all of it");
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void awaitsInALookAndRefusesWhenApplied(String shell) throws Exception {
        Script script = script("wish w; await no-account 'There is no account'", ": >\"$file\"");
        ScriptAnswer looked = run(shell).look(script);
        assertThat(looked.kind()).isEqualTo(Kind.WOULD_CHANGE);
        assertThat(looked.code()).isEqualTo("no-account");
        assertThat(looked.basis()).isEmpty();
        assertThat(run(shell).apply(script, looked.basis()).kind()).isEqualTo(Kind.REFUSED);
        assertThat(file()).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void leavesNothingBehindWhenItFails(String shell) throws Exception {
        Script script =
                Script.of(
                        "wish w",
                        "scratch_in \"$dir\"; : >\"$scratch/x\"; false",
                        Map.of("dir", folder.toString()));
        assertThat(run(shell).apply(script, "").kind()).isEqualTo(Kind.FAILED);
        try (var paths = Files.list(folder)) {
            assertThat(paths.map(path -> path.getFileName().toString())).containsExactly("run");
        }
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void doesNothingIfItArrivesCutOff(String shell) throws Exception {
        String whole = ScriptText.whole(script(LOOK, ": >\"$file\""));
        Path script = folder.resolve("cut");
        for (int length = 1; length < whole.length() - 2; length += 613) {
            Files.writeString(script, whole.substring(0, length));
            List<String> command = new java.util.ArrayList<>(List.of(shell.split(" ")));
            command.addAll(List.of(script.toString(), "apply", "0123456789abcdef", "-"));
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectInput(Path.of("/dev/null").toFile())
                            .start();
            process.getInputStream().readAllBytes();
            process.waitFor();
            assertThat(file()).doesNotExist();
        }
    }

    @Test
    void wantsToKnowWhatToDo() throws Exception {
        Path script = folder.resolve("whole");
        Files.writeString(script, ScriptText.whole(script(LOOK, ": >\"$file\"")));
        for (List<String> arguments :
                List.of(
                        List.<String>of(),
                        List.of("apply", "0123456789abcdef"),
                        List.of("run", "0123456789abcdef"))) {
            List<String> command = new java.util.ArrayList<>(List.of("sh", script.toString()));
            command.addAll(arguments);
            assertThat(new ProcessBuilder(command).start().waitFor()).isEqualTo(64);
        }
        assertThat(file()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "a1", "a-b", "cadastre_word", "newline", "kind"})
    void refusesVariablesThatAreNone(String name) {
        Script script = Script.of(":", ":", Map.of(name, "x"));
        assertThatThrownBy(() -> ScriptText.body(script))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no name for a variable");
    }

    private Script script(String look, String act) {
        return Script.of(look, act, Map.of("file", file().toString()));
    }

    private Path file() {
        return folder.resolve("a file");
    }

    private ScriptRun run(String shell) throws IOException {
        return new ScriptRun(shell, folder.resolve("run"));
    }
}
