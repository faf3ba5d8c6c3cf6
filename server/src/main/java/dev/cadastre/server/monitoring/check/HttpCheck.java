package dev.cadastre.server.monitoring.check;

import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.Thresholds;
import dev.cadastre.plugin.Unit;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Asks by HTTP, and judges the answer. */
final class HttpCheck implements Look {

    /** Those that a check may use. */
    enum Method {
        GET,
        HEAD,
        POST,
        PUT,
        PATCH,
        DELETE,
        OPTIONS
    }

    private static final Setting<Method> METHOD =
            Setting.defaulted(
                    "method",
                    SettingTypes.oneOf(Method.class),
                    "get, head, post, put, patch, delete or options",
                    Common.name(Method.GET),
                    Common.name(Method.HEAD));
    private static final Setting<String> BODY =
            Setting.optional(
                    "body", SettingTypes.TEXT, "what is sent with the request", "{\"ping\":1}");
    private static final Setting<StatusSet> STATUS =
            Setting.defaulted(
                    "status",
                    StatusSet.TYPE,
                    "the statuses that are right, behind redirects that are followed",
                    "200-399",
                    "200, 401");

    static final Recipe RECIPE =
            new Recipe(
                    Stream.of(
                                    List.of(
                                            HttpSettings.URL,
                                            METHOD,
                                            BODY,
                                            STATUS,
                                            BodyAssertions.CONTAINS,
                                            BodyAssertions.NOT_CONTAINS,
                                            BodyAssertions.MATCHES,
                                            BodyAssertions.JSON_HOLDS),
                                    HttpSettings.ALL)
                            .<Setting<?>>flatMap(List::stream)
                            .toList(),
                    HttpSettings::conflicts,
                    HttpCheck::new);

    private final HttpCall call;
    private final StatusSet status;
    private final BodyAssertions assertions;
    private final Certificates certificates;
    private final Thresholds time;
    private final HttpVisitor visitor;

    private HttpCheck(Values values, Means means) {
        HttpSettings settings = HttpSettings.of(values);
        this.call =
                settings.call(
                        values.get(HttpSettings.URL),
                        values.get(METHOD).name(),
                        values.find(BODY).orElse(""));
        this.status = values.get(STATUS);
        this.assertions = BodyAssertions.of(values);
        this.certificates = new Certificates(values, means);
        this.time = Common.time(values);
        this.visitor = new HttpVisitor(settings, certificates, means);
    }

    @Override
    public PluginResult look(Course course) throws IOException, InterruptedException {
        HttpVisit visit = visitor.visit(call, course);
        Duration taken = course.taken();
        HttpAnswer answer = visit.answer();
        Findings findings = new Findings();
        if (!status.includes(answer.status())) {
            findings.critical("the status is " + answer.status() + ", not " + status);
        }
        assertions.judge(answer, findings, course);
        findings.time(taken, time);
        findings.measured(
                Findings.least(Metric.of("size", answer.size(), Unit.of("B"))), Thresholds.NONE);
        visit.certificate().ifPresent(judged -> certificates.note(judged, findings));
        visit.certificate().ifPresent(judged -> findings.detail(judged.summary()));
        return findings.result(CheckKind.HTTP, summary(visit, taken));
    }

    private static String summary(HttpVisit visit, Duration taken) {
        HttpAnswer answer = visit.answer();
        return answer.status()
                + " from "
                + visit.last()
                + " ("
                + visit.from()
                + "), "
                + answer.size()
                + (answer.cut() ? " bytes of more in " : " bytes in ")
                + Shown.seconds(taken);
    }
}
