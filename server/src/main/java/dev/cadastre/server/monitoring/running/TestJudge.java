package dev.cadastre.server.monitoring.running;

import dev.cadastre.change.operation.RunTest;
import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.PluginState;
import java.util.List;
import java.util.Optional;

/** What the answer of a test means for a monitor. Pure. */
final class TestJudge {

    private TestJudge() {}

    static PluginResult result(TestOrder order, ScriptAnswer answer, String host) {
        return switch (answer.kind()) {
            case UNCHANGED -> told(order, answer, PluginState.OK);
            case FAILED -> failed(order, answer);
            default -> notRun(order, answer, host);
        };
    }

    private static PluginResult failed(TestOrder order, ScriptAnswer answer) {
        return switch (answer.code()) {
            case "warning" -> told(order, answer, PluginState.WARNING);
            case "critical", "not-passed" -> told(order, answer, PluginState.CRITICAL);
            case "unknown" -> told(order, answer, PluginState.UNKNOWN);
            default -> unknown(answer.reason(), answer.output());
        };
    }

    /** One that answers as plug-ins do prints as they do; else the verdict is the news. */
    private static PluginResult told(TestOrder order, ScriptAnswer answer, PluginState state) {
        return order.form() == RunTest.Form.NAGIOS && !answer.output().isBlank()
                ? PluginResult.of(state.exitCode(), answer.output())
                : new PluginResult(
                        state,
                        Optional.empty(),
                        answer.reason(),
                        answer.output(),
                        List.of(),
                        List.of());
    }

    private static PluginResult notRun(TestOrder order, ScriptAnswer answer, String host) {
        String told =
                answer.output()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .findFirst()
                        .orElse(answer.reason());
        String account = order.account();
        return account == null
                ? unknown("%s could not be run on %s: %s".formatted(name(order), host, told), "")
                : unknown(
                        "%s could not be run on %s as %s: %s"
                                .formatted(name(order), host, account, told),
                        "Nobody is asked for a password: let the account that connects become %s by sudo without one."
                                .formatted(account));
    }

    private static String name(TestOrder order) {
        return order.test().name();
    }

    private static PluginResult unknown(String reason, String more) {
        return HostCommands.unknown(reason, more);
    }
}
