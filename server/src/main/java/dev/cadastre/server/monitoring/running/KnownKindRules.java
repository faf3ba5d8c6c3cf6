package dev.cadastre.server.monitoring.running;

import dev.cadastre.ini.Quoted;
import dev.cadastre.ini.Spelling;
import dev.cadastre.server.monitoring.MonitorKind;
import dev.cadastre.server.monitoring.MonitorProblem;
import dev.cadastre.server.monitoring.definition.CommandWords;
import dev.cadastre.server.monitoring.definition.TimeSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The settings of kinds for which the server speaks with nobody. Pure. */
final class KnownKindRules {

    /** As the host's own programs take them. */
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z_][A-Za-z0-9._-]{0,31}\\$?");

    private final MonitorKind kind;
    private final Map<String, String> settings;
    private final List<MonitorProblem> problems = new ArrayList<>();

    private KnownKindRules(MonitorKind kind, Map<String, String> settings) {
        this.kind = kind;
        this.settings = settings;
    }

    static List<MonitorProblem> problems(MonitorKind kind, Map<String, String> settings) {
        KnownKindRules rules = new KnownKindRules(kind, settings);
        rules.check();
        return rules.problems;
    }

    private void check() {
        List<String> known = Kinds.settings(kind).stream().map(KindSetting::name).toList();
        settings.keySet().stream()
                .filter(key -> !known.contains(key))
                .sorted()
                .forEach(key -> unknown(key, known));
        switch (kind) {
            case FACT ->
                    require(
                            "breach",
                            "a query that hosts with a problem match, such as fact.reboot.needed:yes");
            case RULE -> require("rule", "the name of a rule");
            case TEST -> checkTest();
            default -> {}
        }
        String freshness = settings.get("freshness");
        if (freshness != null && TimeSpan.parse(freshness).isEmpty()) {
            problem(
                    "freshness",
                    Quoted.of(freshness) + " is no duration",
                    "write such as 30m or 1h");
        }
        String severity = settings.get("severity");
        if (severity != null && !severity.matches("(?i)warning|critical")) {
            problem("severity", Quoted.of(severity) + " is none", "write warning or critical");
        }
    }

    private void checkTest() {
        String form = settings.get("form");
        if (form != null && !form.matches("(?i)nagios|tap")) {
            problem("form", Quoted.of(form) + " is none", "write nagios or tap");
        }
        String account = settings.get("as");
        if (account != null && !ACCOUNT.matcher(account).matches()) {
            problem("as", Quoted.of(account) + " is no account", "write such as root");
        }
        String arguments = settings.get("arguments");
        if (arguments != null && CommandWords.of(arguments).isEmpty()) {
            problem(
                    "arguments",
                    "a quote or a backslash in it is left open",
                    "close it, or write it twice to mean itself");
        }
    }

    private void unknown(String key, List<String> known) {
        String close = Spelling.closest(key, known);
        String all =
                known.isEmpty()
                        ? "a %s monitor has none".formatted(kind.word())
                        : "there are " + String.join(", ", known);
        problem(
                key,
                "it is no setting of a %s monitor".formatted(kind.word()),
                close == null ? all : "did you mean " + close + "?");
    }

    private void require(String key, String remedy) {
        if (settings.getOrDefault(key, "").isBlank()) {
            problem(key, "it is missing", "give " + remedy);
        }
    }

    private void problem(String key, String message, String remedy) {
        problems.add(
                new MonitorProblem(
                        "monitor.%s-wrong".formatted(key), key, key + ": " + message, remedy));
    }
}
