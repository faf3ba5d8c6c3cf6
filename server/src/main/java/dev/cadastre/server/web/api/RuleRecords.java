package dev.cadastre.server.web.api;

import dev.cadastre.api.Breach;
import dev.cadastre.api.Origin;
import dev.cadastre.api.Rule;
import dev.cadastre.server.estate.RuleSeverity;
import dev.cadastre.server.inventory.rule.RuleStatus;

/** Rules and breaches as they are sent. */
public final class RuleRecords {

    private RuleRecords() {}

    public static Rule rule(RuleStatus status) {
        var rule = status.rule();
        return new Rule(
                rule.name(),
                rule.q(),
                rule.owner(),
                severity(rule.severity()),
                rule.description(),
                status.hosts(),
                status.evaluatedAt(),
                status.problem(),
                rule.isInFile() ? new Origin(rule.origin().file(), rule.origin().line()) : null);
    }

    public static Breach breach(dev.cadastre.server.inventory.rule.Breach breach) {
        RuleSeverity severity = breach.severity();
        return new Breach(
                breach.rule(),
                severity == null ? null : severity(severity),
                breach.owner(),
                breach.description(),
                breach.host(),
                breach.environment(),
                breach.since(),
                breach.until());
    }

    private static Rule.Severity severity(RuleSeverity severity) {
        return Rule.Severity.valueOf(severity.name());
    }
}
