package dev.cadastre.server.monitoring.downtime;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.monitoring.MonitorRefused;
import dev.cadastre.server.monitoring.window.WindowHosts;
import dev.cadastre.server.monitoring.window.WindowKind;
import dev.cadastre.server.monitoring.window.WindowRules;
import dev.cadastre.server.monitoring.window.WindowTable;
import dev.cadastre.server.monitoring.window.Windows;
import dev.cadastre.server.timeline.Timeline;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/**
 * Downtimes: times in which it is known that something may not work. What is still broken at the
 * end of one is told then. Refuses by {@link MonitorRefused}. Thread-safe.
 */
@NamedInterface("downtime")
@Service
public class Downtimes extends Windows {

    Downtimes(
            JdbcClient jdbc,
            WindowRules rules,
            WindowHosts hosts,
            Timeline timeline,
            Access access,
            Clock clock) {
        super(
                new WindowKind("downtime", Part.MONITORING, MonitorRefused::new),
                new WindowTable(jdbc, "monitoring.downtime"),
                rules,
                hosts,
                timeline,
                access,
                clock);
    }
}
