package dev.cadastre.server.web.api.monitor;

import dev.cadastre.server.monitoring.MonitorKind;
import dev.cadastre.server.monitoring.MonitorProblem;
import dev.cadastre.server.monitoring.definition.Draft;
import dev.cadastre.server.monitoring.running.KindSetting;
import dev.cadastre.server.monitoring.running.Kinds;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Settings between how they are sent and how they are kept: as text, lists by lines. Pure. */
final class SettingValues {

    private static final String LINE_END = "\n";

    private SettingValues() {}

    /** As they are kept; names in small letters, since letter case does not count. */
    static Map<String, String> kept(
            @Nullable Map<String, Object> sent, Consumer<MonitorProblem> problems) {
        Map<String, String> kept = new LinkedHashMap<>();
        if (sent != null) {
            sent.forEach((name, value) -> {
                if (value != null) {
                    keep(name, value, kept, problems);
                }
            });
        }
        return kept;
    }

    private static void keep(
            String name,
            Object value,
            Map<String, String> kept,
            Consumer<MonitorProblem> problems) {
        String key = name.toLowerCase(Locale.ROOT);
        Optional<String> text = text(value);
        if (Draft.COMMON.contains(key) || key.isBlank()) {
            problems.accept(
                    wrong(name, "it is no setting of a kind", "Write it beside \"settings\"."));
        } else if (text.isEmpty()) {
            problems.accept(
                    wrong(
                            name,
                            "it holds another kind of value than it can",
                            "Write a text, a number, true, false, or a list of texts, each of"
                                    + " one line."));
        } else if (kept.putIfAbsent(key, text.get()) != null) {
            problems.accept(wrong(name, "it is there twice", "Letter case does not count."));
        }
    }

    private static MonitorProblem wrong(String name, String message, String remedy) {
        return new MonitorProblem(
                "monitor.setting-wrong", "settings." + name, name + ": " + message, remedy);
    }

    private static Optional<String> text(Object value) {
        return switch (value) {
            case String text -> Optional.of(text);
            case Boolean flag -> Optional.of(flag.toString());
            case Double number -> Optional.of(plain(BigDecimal.valueOf(number)));
            case Number number -> Optional.of(number.toString());
            case List<?> lines ->
                    lines.stream().allMatch(SettingValues::isLine)
                            ? Optional.of(
                                    String.join(
                                            LINE_END, lines.stream().map(String::valueOf).toList()))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean isLine(@Nullable Object value) {
        return value instanceof Number
                || (value instanceof String text && !text.contains(LINE_END));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** As they are sent; names as the kind writes them. */
    static Map<String, Object> sent(@Nullable MonitorKind kind, Map<String, String> kept) {
        Map<String, Object> sent = new TreeMap<>();
        kept.forEach((name, text) -> sent.put(name(kind, name), value(text)));
        return sent;
    }

    private static String name(@Nullable MonitorKind kind, String name) {
        return kind == null
                ? name
                : Kinds.settings(kind).stream()
                        .map(KindSetting::name)
                        .filter(name::equalsIgnoreCase)
                        .findFirst()
                        .orElse(name);
    }

    private static Object value(String text) {
        return text.contains(LINE_END) ? text.lines().toList() : text;
    }
}
