package dev.cadastre.server.web.page;

import dev.cadastre.api.Breach;
import dev.cadastre.api.Rule;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the pages say how a rule stands. */
public final class RuleWording {

    private RuleWording() {}

    /** The class of the mark of a rule. */
    public static String mark(Rule rule) {
        if (rule.hosts() > 0) {
            return mark(rule.severity());
        }
        if (rule.problem() != null) {
            return "warn";
        }
        return rule.evaluatedAt() == null ? "unknown" : "ok";
    }

    /** The words beside that mark. */
    public static String word(Rule rule) {
        if (rule.hosts() > 0) {
            return rule.hosts() == 1 ? "1 host breaches it" : rule.hosts() + " hosts breach it";
        }
        return unbreached(rule, "kept");
    }

    /** The same in a column that says who breaches it. */
    public static String brief(Rule rule) {
        return rule.hosts() > 0
                ? Wording.counted(rule.hosts(), "host")
                : unbreached(rule, "no host");
    }

    private static String unbreached(Rule rule, String kept) {
        if (rule.problem() != null) {
            return "cannot be judged";
        }
        return rule.evaluatedAt() == null ? "not judged yet" : kept;
    }

    /** The class of the panel of a host's breaches, by the worst of them. */
    public static String panel(List<Breach> breaches) {
        List<String> marks = breaches.stream().map(breach -> mark(breach.severity())).toList();
        if (marks.contains("crit")) {
            return "why";
        }
        return marks.contains("warn") ? "why warn" : "why info";
    }

    /** The class of the mark of a breach; null is that of a rule that is no more. */
    public static String mark(Rule.@Nullable Severity severity) {
        return switch (severity) {
            case CRITICAL -> "crit";
            case WARNING -> "warn";
            case INFO -> "unknown";
            case null -> "unknown";
        };
    }

    /** A severity as people read it. */
    public static String word(Rule.@Nullable Severity severity) {
        return severity == null ? "no more" : severity.name().toLowerCase(Locale.ROOT);
    }

    /** The class of a table row, which marks its left edge; empty where nothing is wrong. */
    public static String edge(Rule rule) {
        String mark = mark(rule);
        return mark.equals("crit") || mark.equals("warn") ? "edge-" + mark : "";
    }
}
