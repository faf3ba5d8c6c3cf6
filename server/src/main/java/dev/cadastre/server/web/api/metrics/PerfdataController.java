package dev.cadastre.server.web.api.metrics;

import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.monitoring.series.SeriesSample;
import dev.cadastre.server.monitoring.watching.Monitor;
import dev.cadastre.server.monitoring.watching.MonitorQuery;
import dev.cadastre.server.monitoring.watching.Monitors;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.request.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** What monitors measured last, for Prometheus to scrape. */
@RestController
class PerfdataController {

    private static final int PART = 1_000;

    private final Monitors monitors;
    private final Permitted permitted;

    PerfdataController(Monitors monitors, Permitted permitted) {
        this.monitors = monitors;
        this.permitted = permitted;
    }

    /** Of which monitors. */
    @Parameters
    record PerfdataParameters(
            @Nullable String environment, @Nullable String asset, @Nullable String name) {

        MonitorQuery after(long id) {
            return new MonitorQuery(asset, environment, name, null, Set.of(), id, PART);
        }
    }

    /** What tells the samples of a monitor from those of another. */
    private record Named(String asset, String monitor) {}

    /**
     * Last results within reach. All samples of a metric have to stand together, so that monitors
     * are walked once for each metric rather than kept in memory. Of monitors of an asset that
     * share a name, the oldest is told of: a sample that stands twice would void the answer.
     */
    @GetMapping(path = "/metrics/perfdata", produces = MetricsText.MEDIA_TYPE)
    void perfdata(
            PerfdataParameters parameters, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Reach reach = permitted.read(Part.MONITORING);
        // It would keep all of the answer in memory.
        ShallowEtagHeaderFilter.disableContentCaching(request);
        response.setContentType(MetricsText.MEDIA_TYPE);
        Writer out =
                new BufferedWriter(
                        new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        MetricsText text = new MetricsText(out);
        for (Perfdata metric : Perfdata.all()) {
            text.gauge(metric.name(), metric.help());
            write(metric, parameters, reach, text);
        }
        out.flush();
    }

    private void write(
            Perfdata metric, PerfdataParameters parameters, Reach reach, MetricsText text)
            throws IOException {
        Set<Named> told = new HashSet<>();
        List<Monitor> part = monitors.find(parameters.after(0), reach);
        while (!part.isEmpty()) {
            for (Monitor monitor : part) {
                if (told.add(new Named(monitor.row().asset(), monitor.row().name()))) {
                    for (SeriesSample sample : metric.of(monitor)) {
                        text.sample(sample);
                    }
                }
            }
            part = monitors.find(parameters.after(part.getLast().row().id()), reach);
        }
    }
}
