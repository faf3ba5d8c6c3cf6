package dev.cadastre.server.estate;

import dev.cadastre.ini.Binding;
import dev.cadastre.ini.Problems;
import dev.cadastre.ini.Quoted;
import dev.cadastre.ini.Spelling;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Understands the sections of rules. */
final class RuleReader {
    private static final List<String> SEVERITIES =
            Arrays.stream(RuleSeverity.values()).map(RuleSeverity::name).toList();

    private final Sections sections;
    private final Values values;
    private final RuleQueryCheck queries;
    private final Problems problems;

    RuleReader(Sections sections, Values values, RuleQueryCheck queries, Problems problems) {
        this.sections = sections;
        this.values = values;
        this.queries = queries;
        this.problems = problems;
    }

    /** By name, in the order of the file. */
    Map<String, Rule> read() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        sections.all(SectionKind.RULE).forEach((name, level) -> rules.put(name, rule(name, level)));
        return rules;
    }

    private Rule rule(String name, Level level) {
        if (name.equals(Rule.RESERVED)) {
            problems.error(
                    level.section().line(),
                    1,
                    "estate.reserved-name",
                    "'%s' is where the API lists breaches, and cannot be a rule".formatted(name),
                    "choose another name");
        }
        String scope = SectionKind.RULE.section(name);
        RuleSeverity severity = values.read(scope, Keys.SEVERITY, RuleReader::severity);
        return new Rule(
                name,
                query(scope, level),
                values.owner(scope, sections),
                Objects.requireNonNullElse(severity, RuleSeverity.WARNING),
                description(scope, level),
                level.origin());
    }

    private static Checked<RuleSeverity> severity(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (SEVERITIES.contains(upper)) {
            return new Checked.Valid<>(RuleSeverity.valueOf(upper));
        }
        String close = Spelling.closest(upper, SEVERITIES);
        return new Checked.Invalid<>(
                Quoted.of(text) + " is no severity",
                close == null
                        ? "write one of " + String.join(", ", SEVERITIES)
                        : "did you mean " + close + "?");
    }

    private @Nullable String description(String scope, Level level) {
        String text =
                level.binding(Keys.DESCRIPTION) == null
                        ? null
                        : values.text(scope, Keys.DESCRIPTION);
        return text == null || text.isEmpty() ? null : text;
    }

    private String query(String scope, Level level) {
        Binding binding = level.binding(Keys.Q);
        if (binding == null || binding.entry().rawValue().isEmpty()) {
            problems.error(
                    level.section().line(),
                    1,
                    "estate.rule-without-query",
                    "[%s] does not say which hosts breach the rule".formatted(scope),
                    "add a query that is to find no host, such as q = env:prod pkg:gcc");
            return "";
        }
        String text = values.text(scope, Keys.Q);
        if (text == null) {
            return "";
        }
        for (RuleQueryCheck.Fault fault : queries.faults(text)) {
            problems.error(
                    binding.entry().line(),
                    binding.entry().column() + offset(binding, text, fault.offset()),
                    "estate.bad-query",
                    Keys.Q + ": " + fault.message(),
                    "the manual's chapter on queries lists all fields");
        }
        return text;
    }

    /** Where references or several lines make up the text, only where it begins is known. */
    private static int offset(Binding binding, String text, int offset) {
        boolean asWritten =
                text.equals(binding.entry().rawValue()) && text.lastIndexOf('\n', offset) < 0;
        return asWritten ? offset : 0;
    }
}
