package dev.cadastre.server.monitoring.check;

import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.PluginState;
import dev.cadastre.plugin.Threshold;
import dev.cadastre.plugin.Thresholds;
import dev.cadastre.plugin.Unit;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Reads what something shows to Prometheus, or asks a Prometheus, and judges one value of it. */
final class PrometheusCheck implements Look {

    private static final int WELL = 200;
    private static final int LAST_WELL = 299;

    private static final Setting<Selector> METRIC =
            Setting.optional(
                    "metric",
                    Selector.TYPE,
                    "the samples to look for in what url shows",
                    "http_requests_in_flight{job=\"shop\"}");
    private static final Setting<String> QUERY =
            Setting.optional(
                    "query",
                    SettingTypes.TEXT,
                    "a PromQL query in place of metric; url is then that of a Prometheus",
                    "sum(rate(http_requests_total[5m]))");
    private static final Setting<Aggregation> AGGREGATION =
            Setting.defaulted(
                    "aggregation",
                    SettingTypes.oneOf(Aggregation.class),
                    "how several samples become one value: sum, max, min, avg or count",
                    Common.name(Aggregation.SUM),
                    Common.name(Aggregation.MAX));

    static final Recipe RECIPE =
            new Recipe(
                    Stream.of(
                                    List.of(
                                            HttpSettings.URL,
                                            METRIC,
                                            QUERY,
                                            AGGREGATION,
                                            Common.WARNING,
                                            Common.CRITICAL),
                                    HttpSettings.ALL)
                            .<Setting<?>>flatMap(List::stream)
                            .toList(),
                    PrometheusCheck::conflicts,
                    PrometheusCheck::new);

    private final HttpCall call;
    private final Optional<Selector> metric;
    private final String label;
    private final Aggregation aggregation;
    private final Thresholds thresholds;
    private final Thresholds time;
    private final Certificates certificates;
    private final HttpVisitor visitor;

    private PrometheusCheck(Values values, Means means) {
        HttpSettings settings = HttpSettings.of(values);
        HttpTarget url = values.get(HttpSettings.URL);
        Optional<String> query = values.find(QUERY);
        this.call = settings.call(query.map(text -> api(url, text)).orElse(url), "GET", "");
        this.metric = values.find(METRIC);
        this.label = metric.map(Selector::name).orElse("value");
        this.aggregation = values.get(AGGREGATION);
        this.thresholds = Common.value(values);
        this.time = Common.time(values);
        this.certificates = new Certificates(values, means);
        this.visitor = new HttpVisitor(settings, certificates, means);
    }

    private static HttpTarget api(HttpTarget url, String query) {
        String base = url.path().replaceFirst("\\?.*", "").replaceFirst("/+$", "");
        String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
        return url.with(base + "/api/v1/query?query=" + encoded);
    }

    private static List<SettingProblem> conflicts(Values values) {
        boolean one = values.find(METRIC).isPresent() != values.find(QUERY).isPresent();
        SettingProblem problem =
                new SettingProblem(
                        METRIC.name(),
                        "It is not said what to look for, or it is said twice",
                        "Set either metric or query.");
        return Stream.concat(
                        HttpSettings.conflicts(values).stream(),
                        one ? Stream.empty() : Stream.of(problem))
                .toList();
    }

    @Override
    public PluginResult look(Course course) throws IOException, InterruptedException {
        HttpVisit visit = visitor.visit(call, course);
        HttpAnswer answer = visit.answer();
        Findings findings = new Findings();
        boolean well = WELL <= answer.status() && answer.status() <= LAST_WELL;
        // A Prometheus says in its answer why it refuses a query.
        if (!well && metric.isPresent()) {
            throw CheckFailure.critical(
                    visit.last() + " answers with the status " + answer.status(),
                    "See what answers there.");
        }
        List<Double> values = values(answer, findings, course);
        String summary = judge(values, findings);
        findings.time(course.taken(), time);
        visit.certificate().ifPresent(judged -> certificates.note(judged, findings));
        return findings.result(CheckKind.PROMETHEUS, summary);
    }

    private List<Double> values(HttpAnswer answer, Findings findings, Course course)
            throws CheckFailure {
        if (metric.isEmpty()) {
            return PromQlAnswer.values(answer);
        }
        if (answer.cut()) {
            throw CheckFailure.unknown(
                    "more is shown than the " + answer.size() + " bytes that are read",
                    "Set maxBytes to read more.");
        }
        course.step("reading what is shown");
        PrometheusText text = PrometheusText.read(answer.text(), metric.get(), course);
        if (text.strange() > 0) {
            findings.detail(
                    text.strange() + " lines are no samples, first " + Shown.quoted(text.first()));
        }
        if (text.samples() == 0) {
            throw CheckFailure.critical(
                    "nothing is shown to Prometheus there", "See what answers at url.");
        }
        return text.values();
    }

    private String judge(List<Double> values, Findings findings) {
        OptionalDouble value = aggregation.of(values).stream().filter(Double::isFinite).findFirst();
        if (value.isEmpty()) {
            findings.found(
                    PluginState.UNKNOWN,
                    values.isEmpty()
                            ? "no sample is selected"
                            : Common.name(aggregation) + " of " + values.size() + " is no number");
            return label + " is not known";
        }
        findings.measured(named(value), thresholds);
        return "%s is %s, the %s of %d"
                .formatted(label, value.getAsDouble(), Common.name(aggregation), values.size());
    }

    private Metric named(OptionalDouble value) {
        String name = label.equals("time") || label.equals("days") ? "value" : label;
        return new Metric(
                name,
                value,
                Unit.NONE,
                Threshold.NONE,
                Threshold.NONE,
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }
}
