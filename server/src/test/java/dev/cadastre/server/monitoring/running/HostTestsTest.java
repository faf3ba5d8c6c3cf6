package dev.cadastre.server.monitoring.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.operation.RunTest;
import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.PluginState;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.AdjustableClock;
import dev.cadastre.server.dispatch.Dispatch;
import dev.cadastre.server.monitoring.TestText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tests on a host that is reached by a real sshd, as the user who runs the tests. */
@ServerTest
class HostTestsTest extends CheckedHostByTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Autowired private Dispatch dispatch;

    private HostTests tests;

    @BeforeEach
    void begin() {
        tests = new HostTests(new HostCommands(dispatch, new AdjustableClock()));
    }

    private PluginResult run(
            String text, RunTest.Form form, @Nullable String account, String... arguments) {
        TestText test = TestText.of("tests/it's", text);
        return tests.run(host, new TestOrder(test, List.of(arguments), form, account), LIMIT);
    }

    private PluginResult nagios(String text, String... arguments) {
        return run(text, RunTest.Form.NAGIOS, null, arguments);
    }

    private PluginResult tap(String text) {
        return run(text, RunTest.Form.TAP, null);
    }

    @Test
    void meansByItsStatusWhatAPluginDoes() {
        List<PluginState> states =
                List.of(
                        PluginState.OK,
                        PluginState.WARNING,
                        PluginState.CRITICAL,
                        PluginState.UNKNOWN);
        for (int status = 0; status < states.size(); status++) {
            PluginResult result =
                    nagios("echo 'load is 3|load=3;4;5'; echo more; exit \"$1\"", "" + status);

            assertThat(result.state()).isEqualTo(states.get(status));
            assertThat(result.cause()).isEmpty();
            assertThat(result.text()).isEqualTo("load is 3");
            assertThat(result.longText()).isEqualTo("more");
            assertThat(result.metrics()).extracting(Metric::toString).containsExactly("load=3;4;5");
        }
        assertThat(nagios("exit 0").text()).isEqualTo("tests/it's is passed");
        assertThat(nagios("exit 9").state()).isEqualTo(PluginState.UNKNOWN);
        assertThat(nagios("exit 9").text()).contains("It ended with status 9");
    }

    @Test
    void understandsTapAsAStepOfAChangeDoes() {
        assertThat(tap("echo 1..2; echo ok 1; echo ok 2"))
                .returns(PluginState.OK, PluginResult::state)
                .returns("2 tests are passed", PluginResult::text);
        PluginResult failed = tap("echo 1..2; echo ok 1; echo 'not ok 2 - doors are shut'");
        assertThat(failed.state()).isEqualTo(PluginState.CRITICAL);
        assertThat(failed.text()).isEqualTo("1 of 2 failed: not ok 2 - doors are shut");
        assertThat(failed.longText()).contains("ok 1\nnot ok 2");
        assertThat(tap("echo 1..2; echo ok 1").text())
                .isEqualTo("2 tests were planned, and 1 were run");
    }

    @Test
    void substitutesNothingInATextAndDividesNoArgument() {
        PluginResult result =
                nagios(
                        """
                        #!/bin/sh
                        # ${address} $$ $(id) 'quotes' "too" \\ ä
                        unset address
                        echo "${address:-own} $# <$1> <$2>"
                        cat
                        """,
                        "a  b",
                        "it's $(id) ${x}");

        assertThat(result.text()).isEqualTo("own 2 <a  b> <it's $(id) ${x}>");
        assertThat(result.state()).isEqualTo(PluginState.OK);
    }

    @Test
    void runsWhatItsFirstLineNamesAndLeavesNothing() throws IOException {
        String large = "#".repeat(TestText.MOST_BYTES - 40);

        assertThat(nagios("#!/usr/bin/awk -f\nBEGIN { print \"by awk\"; exit 1 }\n").text())
                .isEqualTo("by awk");
        assertThat(nagios("#!/no/such/interpreter\n").state()).isEqualTo(PluginState.UNKNOWN);
        assertThat(nagios("#!/no/such/interpreter\n").text()).contains("cannot be found");
        assertThat(nagios("#!/bin/sh\n" + large + "\necho whole; exit 1").text())
                .isEqualTo("whole");
        String home = nagios("cd; pwd").text();
        try (Stream<Path> left = Files.list(Path.of(home))) {
            assertThat(left.map(Path::getFileName).map(Path::toString))
                    .noneMatch(name -> name.startsWith(".cadastre."));
        }
    }

    @Test
    void endsOneThatHangs() {
        TestText test = TestText.of("hangs", "#!/bin/sh\nsleep 100000321\n");
        PluginResult result =
                tests.run(
                        host,
                        new TestOrder(test, List.of(), RunTest.Form.NAGIOS, null),
                        Duration.ofSeconds(1));

        assertThat(result.state()).isEqualTo(PluginState.UNKNOWN);
        assertThat(result.cause()).get().asString().contains("time limit of 1 s");
    }

    @Test
    void isRunAsAnotherAccount() {
        String self = System.getProperty("user.name");
        assertThat(run("id -un", RunTest.Form.NAGIOS, self).text()).isEqualTo(self);

        PluginResult unknown = run("id -un", RunTest.Form.NAGIOS, "no-such-account");
        assertThat(unknown.state()).isEqualTo(PluginState.UNKNOWN);
        assertThat(unknown.text())
                .contains("could not be run on", "no-such-account", "there is no account");
        if (self.equals("root")) {
            assertThat(run("id -un; pwd", RunTest.Form.NAGIOS, "nobody").text())
                    .isEqualTo("nobody");
        }
    }

    @Test
    void runsNothingOnTheMachineOfTheServer() {
        host = host(Map.of("address", "local"));

        assertThat(nagios("exit 0").state()).isEqualTo(PluginState.UNKNOWN);
        assertThat(nagios("exit 0").text()).contains("the server's own machine");
    }
}
