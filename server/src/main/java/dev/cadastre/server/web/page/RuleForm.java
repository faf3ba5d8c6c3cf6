package dev.cadastre.server.web.page;

import dev.cadastre.api.Rule;
import dev.cadastre.api.RuleDefinition;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it stands in a form.
 *
 * @param name empty until one is chosen
 * @param q its query
 * @param owner the team that answers for it, empty for none
 * @param severity how bad a breach is
 * @param description what it is for, or empty
 */
public record RuleForm(
        String name,
        String q,
        @Nullable String owner,
        Rule.@Nullable Severity severity,
        @Nullable String description) {

    /** What a request lacks is empty. */
    public RuleForm {
        name = Objects.requireNonNullElse(name, "");
        q = Objects.requireNonNullElse(q, "");
    }

    static final RuleForm EMPTY = new RuleForm("", "", "", Rule.Severity.WARNING, "");

    static RuleForm of(Rule rule) {
        return new RuleForm(
                rule.name(), rule.q(), rule.owner(), rule.severity(), rule.description());
    }

    RuleDefinition definition() {
        return new RuleDefinition(q.strip(), filled(owner), severity, filled(description));
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
