package dev.cadastre.server.monitoring.check;

import dev.cadastre.plugin.PluginState;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the body of an answer must, and must not, hold. */
record BodyAssertions(
        List<String> contains,
        List<String> notContains,
        List<SafePattern> matches,
        List<JsonAssertion> json) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static final Setting<List<String>> CONTAINS =
            Setting.optional(
                    "contains",
                    SettingTypes.LINES,
                    "texts that the body must all hold, one on each line",
                    "Welcome");
    static final Setting<List<String>> NOT_CONTAINS =
            Setting.optional(
                    "notContains",
                    SettingTypes.LINES,
                    "texts that the body must not hold, one on each line",
                    "Internal error");
    static final Setting<List<SafePattern>> MATCHES =
            Setting.optional(
                    "matches",
                    SettingTypes.lines(SettingTypes.PATTERN),
                    "regular expressions that the body must all match somewhere, one on each line",
                    "version [0-9]+");
    static final Setting<List<JsonAssertion>> JSON_HOLDS =
            Setting.optional(
                    "json",
                    SettingTypes.lines(JsonAssertion.TYPE),
                    "what must be so in the JSON of the body, one on each line, by JSON Pointer or"
                            + " path with = != < <= > >=, or without if it must only be there",
                    "/status = UP");

    static BodyAssertions of(Values values) {
        return new BodyAssertions(
                values.find(CONTAINS).orElse(List.of()),
                values.find(NOT_CONTAINS).orElse(List.of()),
                values.find(MATCHES).orElse(List.of()),
                values.find(JSON_HOLDS).orElse(List.of()));
    }

    /** Notes what of them the answer does not hold to. */
    void judge(HttpAnswer answer, Findings findings, Course course) throws CheckFailure {
        String body = answer.text();
        // What is missing may be in the part that was not read.
        PluginState missing = answer.cut() ? PluginState.UNKNOWN : PluginState.CRITICAL;
        String where = answer.cut() ? "what was read of the body" : "the body";
        for (String text : contains) {
            if (!body.contains(text)) {
                findings.found(missing, where + " does not hold " + Shown.quoted(text));
            }
        }
        for (SafePattern pattern : matches) {
            if (!pattern.find(body, course)) {
                findings.found(missing, where + " does not match " + Shown.quoted(pattern + ""));
            }
        }
        for (String text : notContains) {
            if (body.contains(text)) {
                findings.critical("the body holds " + Shown.quoted(text));
            }
        }
        if (answer.cut() && !(notContains.isEmpty() && json.isEmpty())) {
            findings.found(
                    PluginState.UNKNOWN,
                    "the body is longer than the " + answer.size() + " bytes that are read");
            findings.detail("Set maxBytes to read more.");
        } else {
            judgeJson(body, findings);
        }
    }

    private void judgeJson(String body, Findings findings) {
        if (json.isEmpty()) {
            return;
        }
        Optional<JsonNode> parsed = parse(body);
        if (parsed.isEmpty()) {
            findings.critical("the body is no JSON: " + Shown.quoted(body));
            return;
        }
        json.forEach(assertion -> assertion.breach(parsed.get()).ifPresent(findings::critical));
    }

    static Optional<JsonNode> parse(String body) {
        try {
            return Optional.of(JSON.readTree(body)).filter(node -> !node.isMissingNode());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
