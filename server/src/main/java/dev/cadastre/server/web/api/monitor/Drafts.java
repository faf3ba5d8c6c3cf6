package dev.cadastre.server.web.api.monitor;

import dev.cadastre.api.monitor.CheckPlace;
import dev.cadastre.api.monitor.MonitorKind;
import dev.cadastre.api.monitor.MonitorRequest;
import dev.cadastre.api.monitor.TemplateRequest;
import dev.cadastre.api.monitor.TestText;
import dev.cadastre.server.monitoring.MonitorDefinition;
import dev.cadastre.server.monitoring.MonitorProblem;
import dev.cadastre.server.monitoring.MonitorRefused;
import dev.cadastre.server.monitoring.definition.Draft;
import dev.cadastre.server.monitoring.definition.TimeSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Definitions between how they are sent and how they are kept. Pure. */
final class Drafts {

    private Drafts() {}

    /**
     * What is sent of a monitor.
     *
     * @throws MonitorRefused if its settings are no settings
     */
    static Draft of(MonitorRequest sent) {
        TemplateRequest rest =
                new TemplateRequest(
                        sent.kind(),
                        sent.command(),
                        sent.test(),
                        sent.settings(),
                        sent.interval(),
                        sent.timeout(),
                        sent.retries(),
                        sent.retryInterval(),
                        sent.where(),
                        sent.availability(),
                        sent.enabled(),
                        sent.reason());
        Draft draft = of(rest);
        Map<String, String> values = new LinkedHashMap<>(draft.values());
        put(values, Draft.ASSET, sent.asset());
        put(values, Draft.Q, sent.q());
        put(values, Draft.TEMPLATE, sent.template());
        return draft.with(values);
    }

    /**
     * What is sent of a template.
     *
     * @throws MonitorRefused if its settings are no settings
     */
    static Draft of(TemplateRequest sent) {
        List<MonitorProblem> problems = new ArrayList<>();
        Map<String, String> values =
                new LinkedHashMap<>(SettingValues.kept(sent.settings(), problems::add));
        if (!problems.isEmpty()) {
            throw new MonitorRefused(MonitorRefused.Reason.INVALID, problems);
        }
        put(values, Draft.KIND, word(sent.kind()));
        put(values, Draft.INTERVAL, sent.interval());
        put(values, Draft.TIMEOUT, sent.timeout());
        put(values, Draft.RETRIES, sent.retries());
        put(values, Draft.RETRY_INTERVAL, sent.retryInterval());
        put(values, Draft.WHERE, word(sent.where()));
        put(values, Draft.AVAILABILITY, sent.availability());
        put(values, Draft.ENABLED, sent.enabled());
        TestText test = sent.test();
        put(values, Draft.TEST, test == null ? null : test.name());
        return new Draft(
                values,
                Objects.requireNonNullElse(sent.command(), List.of()),
                test == null ? null : test.text());
    }

    private static @Nullable String word(@Nullable Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT);
    }

    private static void put(Map<String, String> values, String key, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            values.put(key, value.toString());
        }
    }

    /**
     * A definition as it was written.
     *
     * @param meant what it means, which its template may tell the kind of
     */
    static MonitorRequest said(String name, Draft draft, Optional<MonitorDefinition> meant) {
        TemplateRequest rest = said(draft, meant.map(MonitorDefinition::kind));
        return new MonitorRequest(
                name,
                draft.value(Draft.ASSET).orElse(null),
                draft.value(Draft.Q).orElse(null),
                draft.value(Draft.TEMPLATE).orElse(null),
                rest.kind(),
                rest.command(),
                rest.test(),
                rest.settings(),
                rest.interval(),
                rest.timeout(),
                rest.retries(),
                rest.retryInterval(),
                rest.where(),
                rest.availability(),
                rest.enabled(),
                null);
    }

    /** A template as it was written. */
    static TemplateRequest said(Draft draft) {
        return said(draft, Optional.empty());
    }

    private static TemplateRequest said(
            Draft draft, Optional<dev.cadastre.server.monitoring.MonitorKind> meant) {
        Optional<dev.cadastre.server.monitoring.MonitorKind> kind =
                draft.value(Draft.KIND).flatMap(dev.cadastre.server.monitoring.MonitorKind::ofWord);
        Map<String, Object> settings =
                SettingValues.sent(kind.or(() -> meant).orElse(null), draft.settings());
        return new TemplateRequest(
                kind.map(one -> MonitorKind.valueOf(one.name())).orElse(null),
                draft.command().isEmpty() ? null : draft.command(),
                test(draft),
                settings.isEmpty() ? null : settings,
                draft.value(Draft.INTERVAL).orElse(null),
                draft.value(Draft.TIMEOUT).orElse(null),
                read(draft, Draft.RETRIES, Integer::valueOf),
                draft.value(Draft.RETRY_INTERVAL).orElse(null),
                read(draft, Draft.WHERE, CheckPlace::valueOf),
                read(draft, Draft.AVAILABILITY, text -> Boolean.valueOf(text)),
                read(draft, Draft.ENABLED, text -> Boolean.valueOf(text)),
                null);
    }

    private static @Nullable TestText test(Draft draft) {
        String text = draft.test();
        return text == null ? null : new TestText(draft.value(Draft.TEST).orElse(""), text);
    }

    private static @Nullable TestText test(MonitorDefinition meant) {
        dev.cadastre.server.monitoring.TestText test = meant.test();
        return test == null ? null : new TestText(test.name(), test.text());
    }

    /** What a template of the file says wrongly shows only in the definitions that use it. */
    private static <T> @Nullable T read(Draft draft, String key, Function<String, T> parser) {
        String text = draft.value(key).map(word -> word.toUpperCase(Locale.ROOT)).orElse(null);
        try {
            return text == null ? null : parser.apply(text);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /** A definition with what its template says and what is usual. */
    static MonitorRequest meant(MonitorDefinition meant, @Nullable String template) {
        return new MonitorRequest(
                meant.name(),
                meant.asset(),
                meant.q(),
                template,
                MonitorKind.valueOf(meant.kind().name()),
                meant.command(),
                test(meant),
                SettingValues.sent(meant.kind(), meant.settings()),
                TimeSpan.format(meant.interval()),
                TimeSpan.format(meant.timeout()),
                meant.retries(),
                TimeSpan.format(meant.retryInterval()),
                CheckPlace.valueOf(meant.place().name()),
                meant.availability(),
                meant.enabled(),
                null);
    }
}
