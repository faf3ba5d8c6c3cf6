package dev.cadastre.server.monitoring.running;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.operation.RunTest;
import dev.cadastre.change.script.AnswerReader;
import dev.cadastre.change.script.AnswerWord;
import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.change.script.ScriptText;
import dev.cadastre.plugin.PluginResult;
import dev.cadastre.server.dispatch.CommandResult;
import dev.cadastre.server.dispatch.HostCommand;
import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.monitoring.TestText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Runs tests on hosts by the very script by which a step {@code test.run} of a change does, so that
 * one file means the same in both. It is sent with each check, and nothing of it stays there.
 * Thread-safe.
 */
@Component
class HostTests {

    /** The script finds programs by itself. */
    private static final List<String> FOLDERS = List.of("/usr/bin", "/bin");

    private static final String PROGRAM = read("host-test.sh");

    private final HostCommands commands;

    HostTests(HostCommands commands) {
        this.commands = commands;
    }

    /** What a script may know of a test: its text. */
    private record OnlyTest(TestText test) implements ScriptContext {

        @Override
        public byte[] file(String path) throws IOException {
            if (!path.equals(test.name())) {
                throw new NoSuchFileException(path);
            }
            return test.text().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Map<String, String> values() {
            return Map.of();
        }
    }

    PluginResult run(DeclaredHost host, TestOrder order, Duration timeout) {
        AnswerWord word = AnswerWord.random();
        return commands.run(
                host,
                command(order, word, timeout),
                ended -> TestJudge.result(order, answer(word, ended), host.name()));
    }

    private static HostCommand command(TestOrder order, AnswerWord word, Duration timeout) {
        TestText test = order.test();
        RunTest run =
                RunTest.file(test.name(), order.arguments().toArray(String[]::new))
                        .in(order.form());
        String script = ScriptText.whole(run.script(new OnlyTest(test)));
        List<String> words = new ArrayList<>(List.of("sh", "-c", PROGRAM, "sh"));
        words.add(Objects.requireNonNullElse(order.account(), ""));
        words.add(Integer.toString(script.getBytes(StandardCharsets.UTF_8).length));
        words.addAll(ScriptText.apply(word, ""));
        return new HostCommand(words, FOLDERS, script + test.text(), timeout, HostCommands.KEPT);
    }

    private static ScriptAnswer answer(AnswerWord word, CommandResult.Ended ended) {
        return AnswerReader.read(
                word,
                ended.output().text().getBytes(StandardCharsets.UTF_8),
                ended.errors().text().getBytes(StandardCharsets.UTF_8),
                ended.status());
    }

    private static String read(String name) {
        try (InputStream program =
                Objects.requireNonNull(HostTests.class.getResourceAsStream(name))) {
            return new String(program.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
