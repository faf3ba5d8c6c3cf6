package dev.cadastre.server.web.api.metrics;

import dev.cadastre.server.monitoring.series.Series;
import dev.cadastre.server.monitoring.series.SeriesFigures;
import dev.cadastre.server.monitoring.watching.Monitors;
import dev.cadastre.server.monitoring.watching.WatchStatus;
import dev.cadastre.server.topology.reading.Maps;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** The figures by which a server is watched itself. Thread-safe. */
@Component
class ServerMeters implements MeterBinder {

    private static final List<MeterBinder> OF_THE_PROCESS =
            List.of(
                    new JvmMemoryMetrics(),
                    new JvmThreadMetrics(),
                    new ClassLoaderMetrics(),
                    new ProcessorMetrics(),
                    new FileDescriptorMetrics(),
                    new UptimeMetrics());

    private final Monitors monitors;
    private final Series series;
    private final Maps maps;

    ServerMeters(Monitors monitors, Series series, Maps maps) {
        this.monitors = monitors;
        this.series = series;
        this.maps = maps;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        OF_THE_PROCESS.forEach(one -> one.bindTo(registry));
        watch(registry);
        series(registry);
        map(registry);
    }

    private void watch(MeterRegistry registry) {
        gauge(registry, "cadastre.monitors", "Monitors there are.", one -> one.status().monitors());
        gauge(
                registry,
                "cadastre.monitors.in.turns",
                "Monitors that are checked in turns.",
                one -> one.status().inTurns());
        FunctionCounter.builder("cadastre.checks", monitors, one -> one.status().checks())
                .description("Checks that began.")
                .register(registry);
        late(registry, "0.5", WatchStatus::late);
        late(registry, "0.99", WatchStatus::latest);
    }

    private void gauge(
            MeterRegistry registry, String name, String help, ToDoubleFunction<Monitors> value) {
        Gauge.builder(name, monitors, value).description(help).register(registry);
    }

    private void late(
            MeterRegistry registry, String quantile, Function<WatchStatus, Duration> lateness) {
        Gauge.builder(
                        "cadastre.check.lateness.seconds",
                        monitors,
                        one -> lateness.apply(one.status()).toNanos() / 1e9)
                .description("How late checks of the last two minutes began, by quantile.")
                .tags("quantile", quantile)
                .register(registry);
    }

    private void series(MeterRegistry registry) {
        for (SeriesFigures form : series.figures()) {
            String name = form.form();
            results(registry, name, "stored", SeriesFigures::stored);
            results(registry, name, "dropped", SeriesFigures::dropped);
            results(registry, name, "refused", SeriesFigures::refused);
            results(registry, name, "failed", SeriesFigures::failed);
            results(registry, name, "lost", SeriesFigures::lost);
            Gauge.builder("cadastre.series.waiting", series, all -> of(all, name).waiting())
                    .description("Results that are not kept yet, by form.")
                    .tags("form", name)
                    .register(registry);
        }
    }

    private void results(
            MeterRegistry registry,
            String form,
            String outcome,
            ToDoubleFunction<SeriesFigures> count) {
        FunctionCounter.builder(
                        "cadastre.series.results",
                        series,
                        all -> count.applyAsDouble(of(all, form)))
                .description("Results that series were told, by form and what became of them.")
                .tags(Tags.of("form", form, "outcome", outcome))
                .register(registry);
    }

    private static SeriesFigures of(Series series, String form) {
        return series.figures().stream()
                .filter(one -> one.form().equals(form))
                .findAny()
                .orElseThrow();
    }

    private void map(MeterRegistry registry) {
        Gauge.builder("cadastre.map.assets", maps, one -> one.status().assets())
                .description("Assets on the map.")
                .register(registry);
        Gauge.builder("cadastre.map.relations", maps, one -> one.status().relations())
                .description("Relations on the map.")
                .register(registry);
        Gauge.builder("cadastre.map.waiting", maps, one -> one.status().waiting())
                .description("Hosts whose reports are not on the map yet.")
                .register(registry);
    }
}
