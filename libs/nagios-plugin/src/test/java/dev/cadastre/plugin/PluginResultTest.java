package dev.cadastre.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PluginResultTest {

    private static PluginResult run(Ending ending, String output, String errors) {
        return PluginResult.of(
                new Outcome(
                        ending,
                        captured(output.getBytes(StandardCharsets.UTF_8), 0),
                        captured(errors.getBytes(StandardCharsets.UTF_8), 0),
                        false,
                        Duration.ofSeconds(1)));
    }

    private static Captured captured(byte[] bytes, long dropped) {
        return Captured.of(ByteBuffer.wrap(bytes), dropped);
    }

    private static PluginResult printed(byte[] bytes, long dropped) {
        return PluginResult.of(
                new Outcome(
                        new Ending.Exited(0),
                        captured(bytes, dropped),
                        Captured.NOTHING,
                        false,
                        Duration.ZERO));
    }

    @ParameterizedTest
    @CsvSource({"0, OK", "1, WARNING", "2, CRITICAL", "3, UNKNOWN"})
    void hasTheStateOfTheExitCodeWhateverTheTextSays(int code, PluginState state) {
        PluginResult result = PluginResult.of(code, "CRITICAL - all is lost");

        assertThat(result.state()).isEqualTo(state);
        assertThat(result.cause()).isEmpty();
        assertThat(result.text()).isEqualTo("CRITICAL - all is lost");
        assertThat(result.problems()).isEmpty();
    }

    static Stream<List<Object>> endings() {
        return Stream.of(
                List.of(new Ending.Exited(4), "Exit code 4, which states no state"),
                List.of(new Ending.Exited(255), "Exit code 255, which states no state"),
                List.of(new Ending.Exited(126), "Exit code 126: a command in it is not executable"),
                List.of(new Ending.Exited(127), "Exit code 127: a command in it was not found"),
                List.of(new Ending.Signalled(11), "Ended by SIGSEGV"),
                List.of(new Ending.Signalled(40), "Ended by signal 40"),
                List.of(
                        new Ending.TimedOut(Duration.ofMillis(1500)),
                        "Not done within its time limit of 1.5 s"),
                List.of(new Ending.Cancelled(), "Cancelled before it was done"),
                List.of(
                        new Ending.NotStarted(Ending.Reason.NOT_FOUND, "There is no /x"),
                        "There is no /x"));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void namesTheCauseOfEverythingElse(List<Object> endingAndCause) {
        PluginResult result = run((Ending) endingAndCause.getFirst(), "so far so good | a=1", "");

        assertThat(result.state()).isEqualTo(PluginState.UNKNOWN);
        assertThat(result.cause()).contains((String) endingAndCause.getLast());
        assertThat(result.text()).isEqualTo("so far so good");
        assertThat(result.metrics()).extracting(Metric::label).containsExactly("a");
    }

    @Test
    void dividesTextAndPerformanceDataAsTheGuidelinesSay() {
        PluginResult result =
                PluginResult.of(
                        0,
                        """
                        DISK OK - free space: / 3326 MB (56%); | /=2643MB;5948;5958;0;5968
                        / 15272 MB (77%);
                        /boot 68 MB (69%);
                        /var/log 819 MB (84%); | /boot=68MB;88;93;0;98
                        /home=69357MB;253404;253409;0;253414
                        /var/log=818MB;970;975;0;980
                        """);

        assertThat(result.text()).isEqualTo("DISK OK - free space: / 3326 MB (56%);");
        assertThat(result.longText())
                .isEqualTo("/ 15272 MB (77%);\n/boot 68 MB (69%);\n/var/log 819 MB (84%);");
        assertThat(result.metrics())
                .extracting(Metric::label)
                .containsExactly("/", "/boot", "/home", "/var/log");
        assertThat(result.problems()).isEmpty();
    }

    @Test
    void showsErrorsOfAPluginThatPrintsNothingElse() {
        PluginResult result =
                run(new Ending.Exited(2), " \n", "Traceback: a|b\n  File \"x\"\nboom\n");

        assertThat(result.state()).isEqualTo(PluginState.CRITICAL);
        assertThat(result.text()).isEqualTo("Traceback: a|b");
        assertThat(result.longText()).isEqualTo("  File \"x\"\nboom");
        assertThat(result.problems())
                .extracting(Problem::message)
                .containsExactly("It printed nothing; its errors are shown");
    }

    @Test
    void saysThatAPluginPrintedNothing() {
        PluginResult result = PluginResult.of(0, "");

        assertThat(result.state()).isEqualTo(PluginState.OK);
        assertThat(result.text()).isEmpty();
        assertThat(result.problems()).extracting(Problem::code).containsExactly("output.none");
    }

    @Test
    void makesTextHarmless() {
        PluginResult result =
                PluginResult.of(0, "\u001b[31mred\0\u0007\u202Etxt\u2028\tend\r\nlong\r\rer\r\n");

        assertThat(result.text()).isEqualTo("�[31mred���txt�\tend");
        assertThat(result.longText()).isEqualTo("long��er");
    }

    @Test
    void saysWhatIsNotUtf8() {
        PluginResult result = printed(new byte[] {'f', 'r', (byte) 0xFC, 'h'}, 0);

        assertThat(result.text()).isEqualTo("fr�h");
        assertThat(result.problems()).extracting(Problem::code).containsExactly("output.encoding");
    }

    @Test
    void takesNoCutCharacterForABadOne() {
        byte[] bytes = "text 😀".getBytes(StandardCharsets.UTF_8);
        PluginResult result = printed(Arrays.copyOf(bytes, bytes.length - 1), 9);

        assertThat(result.text()).isEqualTo("text");
        assertThat(result.problems())
                .extracting(Problem::message)
                .containsExactly("Standard output is too long: the last 9 bytes are left out");
    }

    @Test
    void leavesOutTheMetricThatTheEndMayHaveHalved() {
        assertThat(printed("text | a=1 b=12".getBytes(StandardCharsets.UTF_8), 1).metrics())
                .extracting(Metric::label)
                .containsExactly("a");
        assertThat(printed("text | a=1\nlong".getBytes(StandardCharsets.UTF_8), 1).metrics())
                .extracting(Metric::label)
                .containsExactly("a");
        assertThat(printed("text\nlong | a=1 b=12".getBytes(StandardCharsets.UTF_8), 1).metrics())
                .extracting(Metric::label)
                .containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource({
        "4, CRITICAL, a 4 is outside of the critical range 0:3",
        "2, WARNING, a 2 is inside of the warning range 2:2.5",
        "1, OK, a 1"
    })
    void judgesByThresholds(double value, PluginState state, String reason) {
        Thresholds thresholds = Thresholds.of(new Range(2, 2.5, true), new Range(0, 3, false));

        assertThat(thresholds.judge(Metric.of("a", value, Unit.NONE)))
                .isEqualTo(new Thresholds.Verdict(state, reason.replace("range 0:3", "range 3")));
    }

    @Test
    void judgesWhatIsNotKnownAsUnknown() {
        Metric unknown = Perfdata.parse("a=U").metrics().getFirst();

        assertThat(Thresholds.NONE.judge(unknown).state()).isEqualTo(PluginState.UNKNOWN);
    }
}
