package dev.cadastre.server.web.api.metrics;

import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.web.api.Permitted;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The server's own figures, for Prometheus to scrape. */
@RestController
class MetricsController {

    private final List<MeterBinder> meters;
    private final Permitted permitted;
    private @Nullable PrometheusMeterRegistry registry;

    MetricsController(List<MeterBinder> meters, Permitted permitted) {
        this.meters = meters;
        this.permitted = permitted;
    }

    /** They count what lies in all environments, so that one has to be able to look at all. */
    @GetMapping(path = "/metrics", produces = MetricsText.MEDIA_TYPE)
    String metrics() {
        permitted.requireEverywhere(Verb.READ, Part.MONITORING);
        return registry().scrape();
    }

    /** Made when first asked for, since most starts are not scraped. */
    private synchronized PrometheusMeterRegistry registry() {
        PrometheusMeterRegistry known = registry;
        if (known == null) {
            known = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            for (MeterBinder one : meters) {
                one.bindTo(known);
            }
            registry = known;
        }
        return known;
    }
}
