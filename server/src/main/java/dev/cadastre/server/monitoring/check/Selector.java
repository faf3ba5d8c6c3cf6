package dev.cadastre.server.monitoring.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which samples are looked for, as Prometheus writes it: {@code
 * http_requests_total{method="post",code=~"5.."}}. A label that a sample does not have is empty.
 *
 * @param name of the metric
 * @param labels that all must match
 */
record Selector(String name, List<LabelMatch> labels) {

    private static final Pattern WHOLE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\s*(?:\\{(.*)})?", Pattern.DOTALL);
    private static final Pattern LABEL =
            Pattern.compile(
                    "\\s*([a-zA-Z_][a-zA-Z0-9_]*)\\s*(=~|!~|!=|=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*(?:,|$)",
                    Pattern.DOTALL);
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)", Pattern.DOTALL);

    static final SettingType<Selector> TYPE = Selector::read;

    Selector {
        labels = List.copyOf(labels);
    }

    /**
     * What a label must be.
     *
     * @param label its name
     * @param wanted the value; empty if a pattern says it
     * @param negated whether it must be anything else
     */
    record LabelMatch(String label, String wanted, Optional<SafePattern> pattern, boolean negated) {

        private boolean holds(Sample sample, Course course) throws CheckFailure {
            String value = sample.labels().getOrDefault(label, "");
            boolean equal =
                    pattern.isPresent()
                            ? pattern.get().matches(value, course)
                            : value.equals(wanted);
            return equal != negated;
        }
    }

    private static SettingReading<Selector> read(String text) {
        Matcher whole = WHOLE.matcher(text.strip());
        if (!whole.matches()) {
            return wrong(text);
        }
        List<LabelMatch> labels = new ArrayList<>();
        String inside = whole.group(2) == null ? "" : whole.group(2).strip();
        Matcher label = LABEL.matcher(inside);
        int end = 0;
        while (end < inside.length() && label.find(end) && label.start() == end) {
            switch (labelMatch(label)) {
                case SettingReading.Read<LabelMatch>(LabelMatch match) -> labels.add(match);
                case SettingReading.Wrong<LabelMatch>(String wrong, String remedy) -> {
                    return SettingReading.wrong(wrong, remedy);
                }
            }
            end = label.end();
        }
        return end == inside.length()
                ? SettingReading.read(new Selector(whole.group(1), labels))
                : wrong(text);
    }

    private static SettingReading<LabelMatch> labelMatch(Matcher label) {
        String value =
                ESCAPE.matcher(label.group(3))
                        .replaceAll(found ->
                                Matcher.quoteReplacement(
                                        found.group(1).equals("n") ? "\n" : found.group(1)));
        String sign = label.group(2);
        boolean negated = sign.startsWith("!");
        if (!sign.endsWith("~")) {
            return SettingReading.read(
                    new LabelMatch(label.group(1), value, Optional.empty(), negated));
        }
        return switch (SettingTypes.PATTERN.read(value)) {
            case SettingReading.Read<SafePattern>(SafePattern pattern) ->
                    SettingReading.read(
                            new LabelMatch(label.group(1), "", Optional.of(pattern), negated));
            case SettingReading.Wrong<SafePattern>(String wrong, String remedy) ->
                    SettingReading.wrong(wrong, remedy);
        };
    }

    private static SettingReading<Selector> wrong(String text) {
        return SettingReading.wrong(
                Shown.quoted(text) + " selects no metric",
                "Write name or name{label=\"value\",other=~\"a|b\"}, with one of = != =~ !~.");
    }

    boolean selects(Sample sample, Course course) throws CheckFailure {
        if (!sample.name().equals(name)) {
            return false;
        }
        for (LabelMatch label : labels) {
            if (!label.holds(sample, course)) {
                return false;
            }
        }
        return true;
    }
}
