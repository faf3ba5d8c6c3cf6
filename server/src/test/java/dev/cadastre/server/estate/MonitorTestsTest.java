package dev.cadastre.server.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.operation.SentTest;
import dev.cadastre.ini.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that lie beside an estate file, and what is wrong with them. */
class MonitorTestsTest {

    @TempDir private Path folder;

    private EstateReading read(String text, MonitorTests tests) {
        return EstateFile.read(
                "estate.ini",
                text.getBytes(StandardCharsets.UTF_8),
                Additions.NONE,
                SectionChecks.NONE,
                tests);
    }

    private static List<String> told(EstateReading reading) {
        return reading.problems().stream().map(Problem::toString).toList();
    }

    @Test
    void readsTheTestOfAMonitorAndOfATemplate() throws IOException {
        Path tests = Files.createDirectories(folder.resolve("tests"));
        Files.writeString(tests.resolve("answers"), "echo ${HOME:-x} it's\n");
        Files.createSymbolicLink(tests.resolve("link"), Path.of("answers"));

        EstateModel model =
                read(
                                """
                                [monitor-template base]
                                test = tests/link
                                [monitor answers]
                                q = env:qa
                                test = tests/answers
                                [monitor disk]
                                kind = plugin
                                """,
                                new TestFolder(folder))
                        .modelOrThrow();

        assertThat(model.monitors(false))
                .extractingByKeys("answers", "disk")
                .extracting(DeclaredMonitor::test)
                .containsExactly("echo ${HOME:-x} it's\n", null);
        assertThat(model.monitors(true))
                .extractingByKey("base")
                .extracting(DeclaredMonitor::test)
                .isEqualTo("echo ${HOME:-x} it's\n");
        assertThat(model.tests()).containsOnlyKeys("tests/answers", "tests/link");
    }

    @Test
    void tellsAllThatIsWrongAtOnceWithLines() throws IOException {
        Path own = Files.createDirectories(folder.resolve("estate"));
        Files.writeString(folder.resolve("secret"), "no concern of monitors");
        Files.createSymbolicLink(own.resolve("out"), folder.resolve("secret"));
        Files.createSymbolicLink(own.resolve("loop"), Path.of("loop"));
        Files.createDirectory(own.resolve("folder"));
        Files.write(own.resolve("binary"), new byte[] {0x7f, 'E', 'L', 'F', 0});
        Files.write(own.resolve("latin"), new byte[] {'#', (byte) 0xe4});
        Files.writeString(own.resolve("empty"), "\n");
        Files.writeString(own.resolve("large"), "#".repeat(SentTest.MOST_BYTES + 1));
        Files.writeString(own.resolve("largest"), "#".repeat(SentTest.MOST_BYTES));

        List<String> told =
                told(
                        read(
                                """
                                [monitor a]
                                test = missing
                                [monitor b]
                                test = ../secret
                                [monitor c]
                                test = out
                                [monitor d]
                                test = folder
                                [monitor e]
                                test = binary
                                [monitor f]
                                test = latin
                                [monitor g]
                                test = empty
                                [monitor h]
                                test = large
                                [monitor i]
                                test = largest
                                [monitor j]
                                test = /etc/passwd
                                [monitor k]
                                test = loop
                                [monitor l]
                                test = a
                                 b
                                """,
                                new TestFolder(own)));

        assertThat(told).hasSize(11);
        assertThat(told.get(0))
                .startsWith(
                        "estate.ini:2:8: error: [monitor a] test 'missing': there is no such file")
                .endsWith("[estate.bad-test]");
        assertThat(told.get(1)).contains(":4:", "leads out of the folder");
        assertThat(told.get(2)).contains(":6:", "leads out of the folder");
        assertThat(told.get(3)).contains(":8:", "that is a folder and no file");
        assertThat(told.get(4)).contains(":10:", "no text in UTF-8");
        assertThat(told.get(5)).contains(":12:", "no text in UTF-8");
        assertThat(told.get(6)).contains(":14:", "it is empty");
        assertThat(told.get(7)).contains(":16:", "more than 65536 bytes");
        assertThat(told.get(8)).contains(":20:", "leads out of the folder");
        assertThat(told.get(9)).contains(":22:", "cannot be read");
        assertThat(told.get(10)).contains(":24:", "there is no such file");
        assertThat(told).noneMatch(problem -> problem.contains("no concern of monitors"));
    }

    @Test
    void wantsTheTextOfATestBesideAFileThatIsSent() {
        String file = "[monitor a]\nq = env:qa\ntest = tests/a\n";

        assertThat(told(read(file, MonitorTests.NONE)))
                .singleElement()
                .asString()
                .contains(":3:", "did not come with the file");
        assertThat(read(file, MonitorTests.of(Map.of("tests/a", "exit 0\n"))).problems()).isEmpty();
        assertThat(told(read(file, MonitorTests.of(Map.of("tests/a", "\0")))))
                .singleElement()
                .asString()
                .contains("no text");
    }

    @Test
    void takesOnlySoMuchOfAllTests() {
        StringBuilder file = new StringBuilder();
        String large = "#".repeat(SentTest.MOST_BYTES);
        for (int i = 0; i <= 65; i++) {
            file.append("[monitor m%d]\ntest = t%d\n".formatted(i, i));
        }

        assertThat(told(read(file.toString(), _ -> new SentTest.Text(large))))
                .hasSize(2)
                .allMatch(problem -> problem.contains("all tests up to it have more than"));
        assertThat(
                        told(
                                read(
                                        file.toString().replaceAll("= t\\d+", "= t"),
                                        _ -> new SentTest.Text(large))))
                .isEmpty();
    }
}
