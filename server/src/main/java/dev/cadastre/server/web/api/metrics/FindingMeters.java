package dev.cadastre.server.web.api.metrics;

import dev.cadastre.server.storage.growth.Growth;
import dev.cadastre.server.storage.health.Doctor;
import dev.cadastre.server.storage.health.FindingKind;
import dev.cadastre.server.storage.health.Severity;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** What is wrong with the server itself, so that others can watch it. Thread-safe. */
@Component
class FindingMeters implements MeterBinder {

    private final Doctor doctor;
    private final Growth growth;

    FindingMeters(Doctor doctor, Growth growth) {
        this.doctor = doctor;
        this.growth = growth;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (FindingKind kind : FindingKind.values()) {
            for (Severity severity : Severity.values()) {
                Gauge.builder("cadastre.finding", doctor, one -> count(one, kind, severity))
                        .description("What is wrong with the server itself, by code.")
                        .tags("code", kind.code(), "severity", severity.name())
                        .register(registry);
            }
        }
        Gauge.builder("cadastre.disk.free.bytes", growth, one -> one.report().disk().free())
                .description("What is free of the disk below the home.")
                .register(registry);
    }

    private static double count(Doctor doctor, FindingKind kind, Severity severity) {
        return doctor.recent().stream()
                .filter(finding -> finding.kind() == kind && finding.severity() == severity)
                .count();
    }
}
