package dev.cadastre.server.monitoring.series.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.Unit;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyMonitorsTest {

    private static final int MONITORS = 10_000;

    @TempDir private Path folder;

    @Test
    void areForgottenAtOnce() {
        try (Monitored series = new Monitored(folder)) {
            Instant now = series.clock.instant();
            Metric metric = Metric.of("load", 1, Unit.NONE);
            for (int monitor = 1; monitor <= MONITORS; monitor++) {
                series.files().store(monitor, now, List.of(metric));
            }
            series.takeIn();
            series.takeIn();
            assertThat(series.files().figures().waiting()).isEqualTo(MONITORS);
            series.write(100);

            for (int monitor = 1; monitor <= MONITORS; monitor++) {
                series.files().forget(monitor);
            }
            assertThat(series.files().figures().waiting()).isZero();
            while (series.files().removeNext()) {}
            series.files().keep();
            series.restart(folder);
            assertThat(series.files().figures().waiting()).isZero();
            assertThat(series.files().labels(50)).isEmpty();
        }
    }
}
